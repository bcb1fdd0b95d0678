package io.journeystream.stories;

import io.journeystream.journeys.Journey;
import io.journeystream.journeys.JourneyEvent;
import io.journeystream.journeys.JourneyStatus;
import io.journeystream.journeys.Maturity;
import io.journeystream.journeys.ResolutionBasis;
import io.journeystream.journeys.Switches;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/** What is said about a journey in tests. */
public final class JourneyAssert extends AbstractAssert<JourneyAssert, Journey> {
    private JourneyAssert(Journey journey) {
        super(journey, JourneyAssert.class);
    }

    public static JourneyAssert assertThat(Journey journey) {
        return new JourneyAssert(journey);
    }

    private JourneyAssert has(String what, Function<Journey, @Nullable Object> its, @Nullable Object expected) {
        Assertions.assertThat(its.apply(actual)).as(what).isEqualTo(expected);
        return this;
    }

    public JourneyAssert isOfType(String type) {
        return has("type", Journey::getType, type);
    }

    public JourneyAssert hasContacts(int inbound) {
        return has("contactCount", Journey::getContactCount, inbound);
    }

    public JourneyAssert isMatured() {
        return has("maturity", Journey::getMaturity, Maturity.MATURED);
    }

    public JourneyAssert isProvisional() {
        return has("maturity", Journey::getMaturity, Maturity.PROVISIONAL);
    }

    public JourneyAssert isResolvedBy(ResolutionBasis basis) {
        return resolution(true, basis).has("status", Journey::getStatus, JourneyStatus.RESOLVED);
    }

    public JourneyAssert isUnresolvedBy(ResolutionBasis basis) {
        return resolution(false, basis);
    }

    /** Nobody can know yet. */
    public JourneyAssert isUndecidedBy(ResolutionBasis basis) {
        return resolution(null, basis).has("status", Journey::getStatus, JourneyStatus.OPEN);
    }

    private JourneyAssert resolution(@Nullable Boolean resolved, ResolutionBasis basis) {
        return has("resolutionBasis", Journey::getResolutionBasis, basis)
                .has("resolved", Journey::getResolved, resolved);
    }

    public JourneyAssert hasStatus(JourneyStatus status) {
        return has("status", Journey::getStatus, status);
    }

    public JourneyAssert hasSwitches(int forced, int voluntary, int concurrent) {
        return has("switches", Journey::getSwitches, new Switches(forced, voluntary, concurrent));
    }

    public JourneyAssert hasEvents(String... operationsAndInstruments) {
        Assertions.assertThat(actual.getEvents())
                .as("events")
                .extracting(JourneyAssert::whatHappened)
                .containsExactly(operationsAndInstruments);
        return this;
    }

    private static @Nullable String whatHappened(JourneyEvent event) {
        return event.getOperation() != null ? event.getOperation() : event.getInstrument();
    }
}
