package io.journeystream.stitching;

import io.journeystream.definitions.StitchingRules;
import io.journeystream.stitching.JourneyDraft.Joined;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A customer's journeys while items join them, found without looking at all of them: a customer may have thousands.
 * Knows the orders in which the rules look at journeys, not the rules. What has joined can be taken back, the last first.
 */
final class Drafts {
    /** "The latest" first: the one with the greatest activeUntil, among equals the one begun last. */
    private static final Comparator<JourneyDraft> LATEST_FIRST = Comparator.comparingLong(JourneyDraft::activeUntil)
            .thenComparingInt(JourneyDraft::begun)
            .reversed();

    private static final Comparator<JourneyDraft> AS_BEGUN = Comparator.comparingInt(JourneyDraft::begun);

    private final List<String> correlate;
    private final List<JourneyDraft> begun = new ArrayList<>();
    private final Deque<Joined> joined = new ArrayDeque<>();
    private final NavigableSet<JourneyDraft> latestFirst = new TreeSet<>(LATEST_FIRST);
    private final Map<String, NavigableSet<JourneyDraft>> latestFirstByType = new HashMap<>();
    private final Map<Reference, Set<JourneyDraft>> byReference = new HashMap<>();

    Drafts(StitchingRules rules) {
        this.correlate = rules.correlate();
    }

    /** In the order in which they were begun. */
    List<JourneyDraft> begun() {
        return begun;
    }

    NavigableSet<JourneyDraft> latestFirst() {
        return latestFirst;
    }

    NavigableSet<JourneyDraft> latestFirst(String type) {
        NavigableSet<JourneyDraft> ofType = latestFirstByType.get(type);
        return ofType != null ? ofType : new TreeSet<>(LATEST_FIRST);
    }

    /** Those that share a correlating reference with the item, in the order in which they were begun. */
    SortedSet<JourneyDraft> sharing(Item item) {
        SortedSet<JourneyDraft> sharing = new TreeSet<>(AS_BEGUN);
        for (Reference reference : Reference.of(item, correlate)) {
            sharing.addAll(byReference.getOrDefault(reference, Set.of()));
        }
        return sharing;
    }

    JourneyDraft begin(Item first, String type) {
        JourneyDraft journey = new JourneyDraft(first, type, begun.size());
        begun.add(journey);
        index(journey.join(first, null));
        return journey;
    }

    /**
     * Takes an item into a journey by rules 1 to 4.
     *
     * @param type type of the item; null if it has none
     */
    void join(JourneyDraft journey, Item item, @Nullable String type) {
        removeFromOrders(journey);
        index(journey.join(item, type));
    }

    /** What the last item that has joined a journey has changed. */
    Joined lastJoined() {
        return joined.getLast();
    }

    /** Takes back the last item that has joined a journey, and with its first item the journey itself. */
    Joined takeBackLast() {
        Joined last = joined.removeLast();
        JourneyDraft journey = last.journey();
        removeFromOrders(journey);
        journey.takeBack(last);
        last.references().forEach(reference -> forget(reference, journey));
        if (journey.items().isEmpty()) {
            begun.remove(begun.size() - 1);
        } else {
            addToOrders(journey);
        }
        return last;
    }

    private void index(Joined last) {
        JourneyDraft journey = last.journey();
        joined.addLast(last);
        addToOrders(journey);
        for (Reference reference : last.references()) {
            if (correlate.contains(reference.key())) {
                byReference
                        .computeIfAbsent(reference, r -> new TreeSet<>(AS_BEGUN))
                        .add(journey);
            }
        }
    }

    private void forget(Reference reference, JourneyDraft journey) {
        byReference.computeIfPresent(reference, (r, sharing) -> {
            sharing.remove(journey);
            return sharing.isEmpty() ? null : sharing;
        });
    }

    private void addToOrders(JourneyDraft journey) {
        latestFirst.add(journey);
        latestFirstByType
                .computeIfAbsent(journey.type(), t -> new TreeSet<>(LATEST_FIRST))
                .add(journey);
    }

    private void removeFromOrders(JourneyDraft journey) {
        latestFirst.remove(journey);
        latestFirst(journey.type()).remove(journey);
    }
}
