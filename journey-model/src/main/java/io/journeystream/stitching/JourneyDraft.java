package io.journeystream.stitching;

import io.journeystream.definitions.Definitions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A journey while items are still joining it. */
final class JourneyDraft {
    private final List<Item> items = new ArrayList<>();
    private final Map<String, Set<String>> references = new HashMap<>();
    private final Item first;
    private final int begun;
    private String type;
    private long activeUntil;
    private boolean hasInboundContact;
    private long touchedUntil;

    /**
     * Begins a journey.
     *
     * @param begun how many journeys of the customer were begun before
     */
    JourneyDraft(Item first, String type, int begun) {
        this.first = first;
        this.type = type;
        this.begun = begun;
        this.activeUntil = first.start();
        this.touchedUntil = first.end();
        join(first, null);
    }

    /**
     * Takes an item in by rules 1 to 5.
     *
     * @param itsType type of the item, which an unclassified journey takes; null if it has none
     */
    void join(Item item, @Nullable String itsType) {
        items.add(item);
        touchedUntil = Math.max(touchedUntil, item.end());
        item.references()
                .forEach((key, value) ->
                        references.computeIfAbsent(key, k -> new HashSet<>()).add(value));
        if (item.isInboundContact()) {
            activeUntil = hasInboundContact ? Math.max(activeUntil, item.end()) : item.end();
            hasInboundContact = true;
        }
        if (itsType != null && isUnclassified()) {
            type = itsType;
        }
    }

    /** Takes an item in by rule 6, or a survey answer: it counts in the measures and changes nothing else. */
    void joinLate(Item item) {
        items.add(item);
    }

    /** Whether for one of the keys both have values and share none. */
    boolean differs(Item item, List<String> keys) {
        for (String key : keys) {
            String value = item.references().get(key);
            Set<String> own = references.get(key);
            if (value != null && own != null && !own.contains(value)) {
                return true;
            }
        }
        return false;
    }

    boolean isUnclassified() {
        return type.equals(Definitions.UNCLASSIFIED);
    }

    /** How many journeys of the customer were begun before. */
    int begun() {
        return begun;
    }

    String type() {
        return type;
    }

    long startedAt() {
        return first.start();
    }

    long activeUntil() {
        return activeUntil;
    }

    long touchedUntil() {
        return touchedUntil;
    }

    Item first() {
        return first;
    }

    /** In the order in which they joined. */
    List<Item> items() {
        return items;
    }
}
