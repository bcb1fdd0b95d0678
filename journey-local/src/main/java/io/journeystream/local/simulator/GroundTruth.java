package io.journeystream.local.simulator;

import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What really happened, for comparison with what the pipeline found. Concerns are counted once they have been quiet
 * for a time; only those that have not are kept one by one. Whose event each is, is remembered where asked for: that
 * grows with every event.
 */
public final class GroundTruth {
    private record Name(String source, String eventId) {}

    private final boolean remembersEvents;
    private final PriorityQueue<Issue> open = new PriorityQueue<>(Comparator.comparing(Issue::over));
    private final Map<String, TrueFigures> closed = new TreeMap<>();
    private final Map<Name, Origin> origins = new HashMap<>();
    private final Map<Origin, Issue> issues = new LinkedHashMap<>();
    private final Map<String, List<Identifier>> identifiers = new LinkedHashMap<>();
    private final List<WrongMerge> wrongMerges = new ArrayList<>();

    GroundTruth(boolean remembersEvents) {
        this.remembersEvents = remembersEvents;
    }

    void add(Person person, String name, Issue issue, List<Event> events) {
        open.add(issue);
        if (remembersEvents) {
            identifiers.putIfAbsent(person.name(), person.identifiers());
            Origin origin = new Origin(person.name(), name);
            issues.put(origin, issue);
            events.forEach(event -> origins.put(new Name(event.source(), event.eventId()), origin));
        }
    }

    void add(List<WrongMerge> noticed) {
        wrongMerges.addAll(noticed);
    }

    /**
     * The figures by type of all concerns whose last contact ended more than {@code quiet} before {@code now}. Calls
     * must not go back in time.
     */
    public Map<String, TrueFigures> quietSince(Instant now, Duration quiet) {
        while (!open.isEmpty() && open.element().over().plus(quiet).isBefore(now)) {
            Issue issue = open.remove();
            closed.merge(issue.type(), TrueFigures.of(issue), TrueFigures::plus);
        }
        return new TreeMap<>(closed);
    }

    /** Whose event it is; only of a simulator that remembers, and only of events that it has emitted. */
    public Origin origin(Event event) {
        Origin origin = origins.get(new Name(event.source(), event.eventId()));
        if (origin == null) {
            throw new IllegalArgumentException("nothing is known of " + event.source() + "|" + event.eventId()
                    + ": not an event of this simulator,"
                    + " or of one that does not remember (Simulator.remembering)");
        }
        return origin;
    }

    /** All concerns that have begun, by whose and which they are; only of a simulator that remembers. */
    public Map<Origin, Issue> issues() {
        return Collections.unmodifiableMap(issues);
    }

    /** Which concern has how many events, emitted or still to be; only of a simulator that remembers. */
    public Map<Origin, Long> events() {
        return origins.values().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** The persons that have appeared, and all identifiers of each in their one spelling, revealed or not. */
    public Map<String, List<Identifier>> identifiers() {
        return Map.copyOf(identifiers);
    }

    /** Evidence that joins different persons, and when somebody notices; those of all concerns that have begun. */
    public List<WrongMerge> wrongMerges() {
        return List.copyOf(wrongMerges);
    }
}
