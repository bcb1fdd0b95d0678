package io.journeystream.local.truth.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.journeystream.health.HealthFigures;
import io.journeystream.health.HealthRecords;
import io.journeystream.health.JourneyFigures;
import io.journeystream.health.Sums;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.Journeys;
import io.journeystream.local.demo.DemoDefinitions;
import io.journeystream.local.simulator.Issue;
import io.journeystream.local.simulator.Issue.Containment;
import io.journeystream.local.simulator.SimulatorSettings;
import io.journeystream.local.truth.SimulatedRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeasureTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    @Test
    void concerns_count_as_they_went() {
        Outcome went = Outcome.of(issue(1, true, Containment.CONTAINED))
                .plus(Outcome.of(issue(2, true, Containment.FALSELY_CONTAINED)))
                .plus(Outcome.of(issue(1, false, Containment.HANDED_OFF)))
                .plus(Outcome.of(issue(4, true, Containment.LEFT)))
                .plus(Outcome.of(issue(1, true, null)));

        assertThat(Measure.FCR_BY_JOURNEY.of(went)).isEqualTo(2.0 / 5);
        assertThat(Measure.FCR_BY_CONTACT.of(went)).isEqualTo(2.0 / 9);
        assertThat(Measure.RAW_CONTAINMENT.of(went)).isEqualTo(3.0 / 4);
        assertThat(Measure.STRICT_CONTAINMENT.of(went)).isEqualTo(2.0 / 4);
        assertThat(Measure.VERIFIED_CONTAINMENT.of(went)).isEqualTo(1.0 / 4);
    }

    @Test
    void of_nothing_there_is_no_rate() {
        assertThat(Measure.FCR_BY_JOURNEY.of(Outcome.NONE)).isNull();
        assertThat(Measure.FCR_BY_JOURNEY.moved(Outcome.NONE, Outcome.NONE, Outcome.NONE))
                .isNull();
    }

    @Test
    void two_concerns_taken_for_one_move_first_contact_resolution_by_what_they_miss() {
        Outcome rest = Outcome.of(issue(1, true, null)).plus(Outcome.of(issue(3, true, null)));
        Outcome two = Outcome.of(issue(1, true, null)).plus(Outcome.of(issue(1, true, null)));
        Outcome taken = Outcome.of(issue(2, true, null));

        assertThat(Measure.FCR_BY_JOURNEY.moved(taken.minus(two), rest.plus(two), rest.plus(taken)))
                .isCloseTo(1.0 / 3 - 3.0 / 4, within(1e-12));
    }

    @Test
    void journeys_count_as_health_publishes_them() {
        SimulatedRun run = new SimulatedRun(
                SimulatorSettings.realistic(3, START).sized(200, 20),
                DemoDefinitions.standard().definitions(),
                Duration.ofDays(20));
        List<Journey> journeys = new Journeys(DemoDefinitions.standard().definitions())
                .of(run.accepted(), run.end().toEpochMilli()).stream()
                        .map(computed -> computed.journey())
                        .toList();
        Sums sums = new Sums();
        journeys.forEach(journey -> sums.add(JourneyFigures.of(journey), 1));
        HealthFigures published = HealthRecords.figures(sums);
        Outcome counted = journeys.stream()
                .map(journey -> Outcome.of(JourneyFigures.of(journey)))
                .reduce(Outcome.NONE, Outcome::plus);

        assertThat(Measure.FCR_BY_JOURNEY.of(counted)).isEqualTo(published.getFirstContactResolution());
        assertThat(Measure.FCR_BY_CONTACT.of(counted)).isEqualTo(published.getFirstContactResolutionByContact());
        assertThat(Measure.RAW_CONTAINMENT.of(counted)).isEqualTo(published.getRawContainment());
        assertThat(Measure.STRICT_CONTAINMENT.of(counted)).isEqualTo(published.getStrictContainment());
        assertThat(Measure.VERIFIED_CONTAINMENT.of(counted)).isEqualTo(published.getVerifiedContainment());
    }

    private static Issue issue(int contacts, boolean settled, @Nullable Containment containment) {
        return new Issue("billing", START, contacts, settled, containment, START.plusSeconds(60));
    }
}
