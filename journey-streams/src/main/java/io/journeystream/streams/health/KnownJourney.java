package io.journeystream.streams.health;

import io.journeystream.health.Contribution;
import io.journeystream.journeys.Journey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * What health remembers of a journey.
 *
 * @param dimensions number of the list of dimensions by which it is counted, see {@link DimensionLists}
 * @param everMatured whether it was ever published as matured: what comes later are corrections
 * @param journey as published, without customer, contacts and events
 */
record KnownJourney(int dimensions, boolean everMatured, Journey journey) {
    private static final List<?> NONE = List.of();
    private static final Map<String, Object> LEFT_OUT =
            Map.of("customerId", "", "contacts", NONE, "events", NONE, "channels", NONE, "supersededBy", NONE);

    /** What is to be remembered from now on, given what was. */
    static KnownJourney of(Optional<KnownJourney> before, Journey published, int dimensions) {
        boolean everMatured = Contribution.isMatured(published)
                || before.filter(KnownJourney::everMatured).isPresent();
        return new KnownJourney(dimensions, everMatured, trimmed(published));
    }

    private static Journey trimmed(Journey published) {
        Journey trimmed = new Journey();
        for (Schema.Field field : Journey.getClassSchema().getFields()) {
            trimmed.put(field.pos(), LEFT_OUT.getOrDefault(field.name(), published.get(field.pos())));
        }
        return trimmed;
    }

    /** What it counts for; empty if it is no journey any more. */
    Optional<Contribution> contribution() {
        return Contribution.of(journey);
    }

    /** What it counts for as matured; empty if it does not. */
    Optional<Contribution> matured() {
        return Contribution.isMatured(journey) ? contribution() : Optional.empty();
    }
}
