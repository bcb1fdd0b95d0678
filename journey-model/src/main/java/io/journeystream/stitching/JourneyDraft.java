package io.journeystream.stitching;

import io.journeystream.definitions.Definitions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A journey while items are still joining it, of which the last that joined by rules 1 to 5 can be taken back. */
final class JourneyDraft {
    private static final Comparator<Item> LATE_ORDER =
            Comparator.comparing(Item::kind).thenComparing(Item.ORDER);

    private final List<Item> items = new ArrayList<>();
    private final Map<String, Set<String>> references = new HashMap<>();
    private final Item first;
    private final int begun;
    private NavigableSet<Item> late = Collections.emptyNavigableSet();
    private String type;
    private long activeUntil;
    private boolean hasInboundContact;
    private long touchedUntil;

    /**
     * A journey that its first item is still to join.
     *
     * @param begun how many journeys of the customer were begun before
     */
    JourneyDraft(Item first, String type, int begun) {
        this.first = first;
        this.type = type;
        this.begun = begun;
        this.activeUntil = first.start();
        this.touchedUntil = first.end();
    }

    /**
     * What an item has changed, so that it can be taken back.
     *
     * @param references that the journey did not have before
     */
    record Joined(
            JourneyDraft journey,
            String typeBefore,
            long activeUntilBefore,
            boolean hadInboundContact,
            long touchedUntilBefore,
            List<Reference> references) {}

    /**
     * Takes an item in by rules 1 to 5.
     *
     * @param itsType type of the item, which an unclassified journey takes; null if it has none
     */
    Joined join(Item item, @Nullable String itsType) {
        Joined joined = new Joined(this, type, activeUntil, hasInboundContact, touchedUntil, learn(item));
        items.add(item);
        touchedUntil = Math.max(touchedUntil, item.end());
        if (item.isInboundContact()) {
            activeUntil = hasInboundContact ? Math.max(activeUntil, item.end()) : item.end();
            hasInboundContact = true;
        }
        if (itsType != null && isUnclassified()) {
            type = itsType;
        }
        return joined;
    }

    private List<Reference> learn(Item item) {
        List<Reference> learnt = new ArrayList<>(0);
        item.references().forEach((key, value) -> {
            if (references.computeIfAbsent(key, k -> new HashSet<>(2)).add(value)) {
                learnt.add(new Reference(key, value));
            }
        });
        return learnt;
    }

    /** Takes back the last item that joined. */
    void takeBack(Joined last) {
        items.remove(items.size() - 1);
        type = last.typeBefore();
        activeUntil = last.activeUntilBefore();
        hasInboundContact = last.hadInboundContact();
        touchedUntil = last.touchedUntilBefore();
        for (Reference reference : last.references()) {
            Set<String> values = references.get(reference.key());
            if (values != null && values.remove(reference.value()) && values.isEmpty()) {
                references.remove(reference.key());
            }
        }
    }

    /** Takes an item in by rule 6, or a survey answer: it counts in the measures and changes nothing else. */
    void joinLate(Item item) {
        if (late.isEmpty()) {
            late = new TreeSet<>(LATE_ORDER);
        }
        late.add(item);
    }

    void takeBackLate(Item item) {
        late.remove(item);
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

    /** Those that joined by rules 1 to 5, in that order. */
    List<Item> items() {
        return items;
    }

    /** Those that joined late: first context, then answers, each in the order of items. */
    Collection<Item> late() {
        return late;
    }
}
