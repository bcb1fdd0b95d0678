package io.journeystream.local.tally;

import io.journeystream.events.Utf8Order;
import io.journeystream.journeys.Journey;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Tallies of live journeys by type, matured and provisional apart. Each record of a journey replaces the one before:
 * the old facts are subtracted, the new ones added. Not thread-safe.
 */
public final class Board {
    private final Map<String, Facts> live = new HashMap<>();
    private final NavigableMap<String, Tally> matured = new TreeMap<>(Utf8Order::compare);
    private final NavigableMap<String, Tally> provisional = new TreeMap<>(Utf8Order::compare);
    private final Tally allMatured = new Tally();
    private final Tally allProvisional = new Tally();

    /** Takes note of the latest record of a journey; one that is no journey any more disappears. */
    public void update(Journey journey) {
        Facts old = live.remove(journey.getJourneyId());
        if (old != null) {
            of(old).subtract(old);
            total(old).subtract(old);
        }
        if (Facts.isLive(journey)) {
            Facts facts = Facts.of(journey);
            live.put(journey.getJourneyId(), facts);
            of(facts).add(facts);
            total(facts).add(facts);
        }
    }

    /** Types of which there are or were journeys, in order of their names. */
    public Iterable<String> types() {
        NavigableMap<String, Tally> all = new TreeMap<>(matured);
        all.putAll(provisional);
        return all.navigableKeySet();
    }

    /** The matured journeys of a type; empty if there are none. */
    public Tally matured(String type) {
        return matured.getOrDefault(type, new Tally());
    }

    /** The provisional journeys of a type; empty if there are none. */
    public Tally provisional(String type) {
        return provisional.getOrDefault(type, new Tally());
    }

    /** All matured journeys: the headline. */
    public Tally matured() {
        return allMatured;
    }

    /** All journeys whose figures still move by themselves. */
    public Tally provisional() {
        return allProvisional;
    }

    private Tally of(Facts facts) {
        return (facts.matured() ? matured : provisional).computeIfAbsent(facts.type(), type -> new Tally());
    }

    private Tally total(Facts facts) {
        return facts.matured() ? allMatured : allProvisional;
    }
}
