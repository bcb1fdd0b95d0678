package io.journeystream.bench.alerts;

import io.journeystream.alerts.HourlyCells;
import io.journeystream.definitions.Definitions;
import io.journeystream.events.Event;
import io.journeystream.health.Apart;
import io.journeystream.health.CellKey;
import io.journeystream.health.Contribution;
import io.journeystream.health.Health;
import io.journeystream.health.Period;
import io.journeystream.health.Sums;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.StandingFacts;
import io.journeystream.ingest.events.Parsed;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.journeys.ClusterJourneys;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.Journeys;
import io.journeystream.local.simulator.Admission;
import io.journeystream.local.simulator.Simulator;
import io.journeystream.local.simulator.SimulatorSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The simulated organisation hour by hour, and its health as it is known at the end of each: journeys that go on are
 * provisional, as in the stream. Without Kafka: by the law of order it is what the stream comes to.
 */
final class HourlyWorld {
    private static final Duration REMEMBERED = Duration.ofDays(20);
    private static final Duration KEPT = Duration.ofDays(40);

    private final Simulator simulator;
    private final Admission admission;
    private final Identifiers identifiers;
    private final Definitions definitions;
    private final Journeys journeys;
    private final Map<String, Instant> lastSeen = new HashMap<>();
    private final Map<String, List<Event>> events = new HashMap<>();
    private final Map<String, ClusterJourneys> customers = new HashMap<>();
    private final Map<String, Set<String>> journeyIds = new HashMap<>();
    private final Map<String, Contribution> counted = new HashMap<>();
    private final Map<CellKey, Apart<Sums>> cells = new HashMap<>();
    private final HourlyCells hourly = new HourlyCells();
    private Instant now;

    /** @param settings of an organisation that knows its customers */
    HourlyWorld(SimulatorSettings settings, Definitions definitions) {
        this.simulator = new Simulator(settings);
        this.admission = new Admission(new IdentifierSettings(definitions.identity(), null, Map.of(), null));
        this.identifiers = new Identifiers(definitions.identity());
        this.definitions = definitions;
        this.journeys = new Journeys(definitions);
        this.now = settings.start();
    }

    HourlyCells cells() {
        return hourly;
    }

    Instant now() {
        return now;
    }

    /** Lives through the next hour. */
    void nextHour() {
        now = now.plus(Duration.ofHours(1));
        Set<String> touched = new HashSet<>();
        while (simulator.nextArrival().isBefore(now)) {
            if (admission.of(simulator.next()) instanceof Parsed.Accepted accepted) {
                String customer = Identifiers.customerId(
                        identifiers.strongest(accepted.event().identifiers()));
                events.computeIfAbsent(customer, any -> new ArrayList<>()).add(accepted.event());
                touched.add(customer);
            }
        }
        Health change = new Health();
        customers.forEach((customer, known) -> {
            if (!touched.contains(customer) && isDue(known)) {
                known.update(now.toEpochMilli()).now().forEach(computed -> count(computed.journey(), change));
            }
        });
        touched.forEach(customer -> recompute(customer, change));
        change.cells().forEach(this::add);
        touched.forEach(customer -> lastSeen.put(customer, now));
        if (now.getEpochSecond() % Duration.ofDays(1).toSeconds() == 0) {
            forgetThoseWhoAreDone();
        }
    }

    /** Whose journeys are all matured and nothing new can join: what they count for stays in the cells. */
    private void forgetThoseWhoAreDone() {
        Instant longAgo = now.minus(REMEMBERED);
        lastSeen.entrySet().removeIf(seen -> {
            ClusterJourneys known = customers.get(seen.getKey());
            boolean isDone = known != null
                    && seen.getValue().isBefore(longAgo)
                    && known.changesAfter().isEmpty();
            if (isDone) {
                customers.remove(seen.getKey());
                events.remove(seen.getKey());
                Set<String> ids = journeyIds.remove(seen.getKey());
                counted.keySet().removeAll(ids == null ? Set.of() : ids);
            }
            return isDone;
        });
        hourly.forget(now.minus(KEPT).toEpochMilli());
        cells.keySet().removeIf(key -> key.cohort() < now.minus(KEPT).toEpochMilli());
    }

    private boolean isDue(ClusterJourneys customer) {
        return customer.changesAfter().orElse(Long.MAX_VALUE) < now.toEpochMilli();
    }

    private void recompute(String customer, Health change) {
        List<Event> all = events.getOrDefault(customer, List.of());
        ClusterJourneys journeysNow = journeys.keep(new EvidenceGraph(all, definitions.identity(), StandingFacts.NONE));
        customers.put(customer, journeysNow);
        journeyIds.getOrDefault(customer, Set.of()).forEach(id -> takeAway(id, change));
        Set<String> ids = new HashSet<>();
        journeysNow.update(now.toEpochMilli()).now().forEach(computed -> {
            ids.add(computed.journey().getJourneyId());
            count(computed.journey(), change);
        });
        journeyIds.put(customer, ids);
    }

    private void takeAway(String id, Health change) {
        Contribution before = counted.remove(id);
        if (before != null) {
            change.takeAway(before, definitions.dimensions());
        }
    }

    private void count(Journey journey, Health change) {
        takeAway(journey.getJourneyId(), change);
        Contribution.of(journey).ifPresent(counts -> {
            change.add(counts, definitions.dimensions());
            counted.put(journey.getJourneyId(), counts);
        });
    }

    private void add(CellKey key, Apart<Sums> difference) {
        if (key.period() == Period.HOUR) {
            Apart<Sums> cell = cells.computeIfAbsent(key, any -> new Apart<>(new Sums(), new Sums()));
            cell.matured().add(difference.matured());
            cell.provisional().add(difference.provisional());
            hourly.put(key, cell);
        }
    }
}
