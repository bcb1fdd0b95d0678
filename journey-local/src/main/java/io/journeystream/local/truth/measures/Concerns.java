package io.journeystream.local.truth.measures;

import io.journeystream.events.Event;
import io.journeystream.identity.Customer;
import io.journeystream.local.simulator.GroundTruth;
import io.journeystream.local.simulator.Issue;
import io.journeystream.local.simulator.Origin;
import io.journeystream.local.truth.Recomputation;
import io.journeystream.local.truth.SimulatedRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was found of each concern of a run. */
final class Concerns {
    /** A concern that began so long before the end is as good as always over by then. */
    private static final Duration LONGEST = Duration.ofDays(21);

    /** So long after the end, with nothing more coming, every journey is matured. */
    private static final Duration QUIET = Duration.ofDays(60);

    private final GroundTruth truth;
    private final Instant begunBefore;
    private final Map<Origin, Long> emitted;
    private final Map<Origin, Long> accepted;
    private final Map<Origin, Set<String>> customers = new HashMap<>();
    private final Map<Origin, List<FoundJourney>> journeys = new HashMap<>();

    Concerns(SimulatedRun run, Recomputation found) {
        this.truth = run.truth();
        this.begunBefore = run.end().minus(LONGEST);
        this.emitted = truth.events();
        this.accepted = run.accepted().stream().collect(Collectors.groupingBy(truth::origin, Collectors.counting()));
        takeCustomers(found.customers());
        found.journeys(run.end().plus(QUIET).toEpochMilli()).stream()
                .map(journey -> FoundJourney.of(journey, truth::origin))
                .forEach(this::take);
    }

    private void takeCustomers(Collection<Customer> found) {
        for (Customer customer : found) {
            for (Event event : customer.events()) {
                customers
                        .computeIfAbsent(truth.origin(event), o -> new HashSet<>())
                        .add(customer.customerId());
            }
        }
    }

    private void take(FoundJourney journey) {
        for (Origin concern : journey.concerns()) {
            journeys.computeIfAbsent(concern, c -> new ArrayList<>()).add(journey);
        }
    }

    /** Those that began early enough to be over. */
    List<Concern> over() {
        return truth.issues().entrySet().stream()
                .filter(issue -> issue.getValue().startedAt().isBefore(begunBefore))
                .map(issue -> concern(issue.getKey(), issue.getValue()))
                .toList();
    }

    private Concern concern(Origin origin, Issue issue) {
        return new Concern(
                origin,
                issue,
                customers.getOrDefault(origin, Set.of()),
                emitted.getOrDefault(origin, 0L).equals(accepted.getOrDefault(origin, 0L)),
                journeys.getOrDefault(origin, List.of()));
    }
}
