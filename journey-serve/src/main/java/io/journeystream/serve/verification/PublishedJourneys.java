package io.journeystream.serve.verification;

import io.journeystream.definitions.Definitions;
import io.journeystream.health.Contribution;
import io.journeystream.health.Health;
import io.journeystream.journeys.Journey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The last record of each journey, and what all of them count for. */
final class PublishedJourneys {
    private final Definitions definitions;
    private final long movingSince;
    private final Map<String, Journey> live = new HashMap<>();
    private final Health moved = new Health();
    private final Set<String> movedIds = new HashSet<>();

    /** @param movingSince what was published from then on may not be counted yet, epoch milliseconds */
    PublishedJourneys(Definitions definitions, long movingSince) {
        this.definitions = definitions;
        this.movingSince = movingSince;
    }

    /** @param at when Kafka took it in, epoch milliseconds */
    void add(Journey journey, long at) {
        Optional<Contribution> counts = Contribution.of(journey);
        String id = journey.getJourneyId();
        Journey before = counts.isPresent() ? live.put(id, journey) : live.remove(id);
        if (at >= movingSince) {
            movedIds.add(id);
            counts.ifPresent(this::move);
            Optional.ofNullable(before).flatMap(Contribution::of).ifPresent(this::move);
        }
    }

    private void move(Contribution counts) {
        moved.add(counts, definitions.dimensions());
    }

    Map<String, Journey> live() {
        return live;
    }

    /** How many were computed with other definitions than those given. */
    long otherDefinitions() {
        return live.values().stream()
                .filter(journey -> !journey.getDefinitionsVersion().equals(definitions.version()))
                .count();
    }

    /** Ids of journeys that have just changed, and names of cells and edges that may be about to. */
    Set<String> moving() {
        Set<String> names = new HashSet<>(movedIds);
        moved.cells().keySet().forEach(key -> names.add(key.toString()));
        moved.flows().keySet().forEach(key -> names.add(key.toString()));
        return names;
    }

    /** What these journeys count for. */
    Health health() {
        Health health = new Health();
        live.values()
                .forEach(journey ->
                        Contribution.of(journey).ifPresent(counts -> health.add(counts, definitions.dimensions())));
        return health;
    }
}
