package io.journeystream.journeys;

import io.journeystream.definitions.Definitions;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Customer;
import io.journeystream.measures.Measures;
import io.journeystream.stitching.Course;
import io.journeystream.stitching.StitchedJourney;
import io.journeystream.stitching.Stitching;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** One customer's journeys, of which those are computed that events or time have changed. */
final class CustomerJourneys {
    private final Definitions definitions;
    private final String customerId;
    private final Identifier strongest;
    private final Course course;
    private final List<Event> waiting;
    private final Map<String, Maturing> maturing = new HashMap<>();
    private final NavigableMap<Long, Set<String>> byMaturity = new TreeMap<>();

    /** A journey that time alone will change, after this instant. */
    private record Maturing(StitchedJourney journey, long after) {}

    CustomerJourneys(Definitions definitions, Stitching stitching, Customer customer) {
        this.definitions = definitions;
        this.customerId = customer.customerId();
        this.strongest = customer.strongest();
        this.course = stitching.begin();
        this.waiting = new ArrayList<>(customer.events());
    }

    /** Takes in an event with the next update. */
    void add(Event event) {
        waiting.add(event);
    }

    /**
     * Computes what events and time have changed since the last update.
     *
     * @param now gets the journeys that may have changed
     * @param gone gets the ids of those that are no more
     */
    void update(long watermark, List<ComputedJourney> now, Set<String> gone) {
        if (!waiting.isEmpty()) {
            Course.Change change = course.add(waiting);
            waiting.clear();
            for (String name : change.gone()) {
                forget(name);
                gone.add(JourneyRecords.journeyId(name));
            }
            change.now().forEach(journey -> now.add(compute(journey, watermark)));
        }
        for (StitchedJourney journey : maturedBy(watermark)) {
            now.add(compute(journey, watermark));
        }
    }

    Identifier strongest() {
        return strongest;
    }

    int inboundContacts() {
        return course.inboundContacts();
    }

    /** When time alone will change any of them: for a watermark greater than this. */
    OptionalLong changesAfter() {
        return byMaturity.isEmpty() ? OptionalLong.empty() : OptionalLong.of(byMaturity.firstKey());
    }

    private List<StitchedJourney> maturedBy(long watermark) {
        List<StitchedJourney> matured = new ArrayList<>();
        for (Set<String> names : byMaturity.headMap(watermark, false).values()) {
            for (String name : names) {
                Maturing found = maturing.get(name);
                if (found != null) {
                    matured.add(found.journey());
                }
            }
        }
        return matured;
    }

    private ComputedJourney compute(StitchedJourney journey, long watermark) {
        Measures measures = new Measures(journey, definitions, watermark);
        remember(journey, measures.maturesAfter(), watermark);
        Journey record = JourneyRecords.of(customerId, journey, measures, definitions);
        return new ComputedJourney(record, measures.maturesAfter(), journey.touchedUntil(), journey.events());
    }

    private void remember(StitchedJourney journey, long maturesAfter, long watermark) {
        String name = journey.firstEventName();
        forget(name);
        if (maturesAfter >= watermark) {
            maturing.put(name, new Maturing(journey, maturesAfter));
            byMaturity.computeIfAbsent(maturesAfter, after -> new HashSet<>()).add(name);
        }
    }

    private void forget(String name) {
        Maturing before = maturing.remove(name);
        if (before != null) {
            byMaturity.computeIfPresent(before.after(), (after, names) -> {
                names.remove(name);
                return names.isEmpty() ? null : names;
            });
        }
    }
}
