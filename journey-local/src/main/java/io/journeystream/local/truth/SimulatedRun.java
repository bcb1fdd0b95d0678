package io.journeystream.local.truth;

import io.journeystream.definitions.Definitions;
import io.journeystream.events.Event;
import io.journeystream.identity.Pair;
import io.journeystream.identity.StandingFacts;
import io.journeystream.ingest.events.Parsed;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.local.simulator.Admission;
import io.journeystream.local.simulator.Delivery;
import io.journeystream.local.simulator.GroundTruth;
import io.journeystream.local.simulator.Simulator;
import io.journeystream.local.simulator.SimulatorSettings;
import io.journeystream.local.simulator.WrongMerge;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Some days of the simulated organisation as the edge took them, and what it did not take: too late, nameless, or only
 * after the end.
 */
public final class SimulatedRun {
    /** How long it is watched after the end for what it then reveals. */
    private static final Duration AFTERWARDS = Duration.ofDays(14);

    private record Name(String source, String eventId) {}

    private final Admission admission;
    private final Instant end;
    private final GroundTruth truth;
    private final Map<Name, Event> accepted = new HashMap<>();
    private final Map<Name, Event> missing = new HashMap<>();

    /**
     * Plays it.
     *
     * @param definitions by which identifiers are ordered
     * @param length of simulated time from the start of the settings
     */
    public SimulatedRun(SimulatorSettings settings, Definitions definitions, Duration length) {
        this.admission = new Admission(new IdentifierSettings(definitions.identity(), null, Map.of(), null));
        this.end = settings.start().plus(length);
        Simulator simulator = Simulator.remembering(settings);
        this.truth = simulator.truth();
        Instant watchedUntil = end.plus(AFTERWARDS);
        while (simulator.nextArrival().isBefore(watchedUntil)) {
            take(simulator.next());
        }
        missing.keySet().removeAll(accepted.keySet());
    }

    private void take(Delivery delivery) {
        if (admission.of(delivery) instanceof Parsed.Accepted taken
                && delivery.arrivesAt().isBefore(end)) {
            accepted.merge(name(taken.event()), taken.event(), SimulatedRun::newer);
        } else if (admission.evenLate(delivery) instanceof Parsed.Accepted late) {
            missing.put(name(late.event()), late.event());
        }
    }

    private static Name name(Event event) {
        return new Name(event.source(), event.eventId());
    }

    private static Event newer(Event one, Event other) {
        return one.revision() >= other.revision() ? one : other;
    }

    /** Simulated time at which events cease to be accepted. */
    public Instant end() {
        return end;
    }

    /** Each (source, eventId) once. */
    public Collection<Event> accepted() {
        return accepted.values();
    }

    /** What has identifiers, yet was refused for being late or came after the end. */
    public Collection<Event> missing() {
        return missing.values();
    }

    /** Remembers whose all these events are. */
    public GroundTruth truth() {
        return truth;
    }

    /** Wrong merges that somebody has noticed before the end, withdrawn. */
    public StandingFacts withdrawals() {
        Set<Pair> withdrawn = truth.wrongMerges().stream()
                .filter(merge -> merge.at().isBefore(end))
                .map(WrongMerge::pair)
                .collect(Collectors.toUnmodifiableSet());
        return new StandingFacts(withdrawn, Set.of(), Set.of());
    }
}
