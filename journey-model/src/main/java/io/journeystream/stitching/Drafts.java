package io.journeystream.stitching;

import io.journeystream.definitions.StitchingRules;
import java.util.ArrayList;
import java.util.Comparator;
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
 * Knows the orders in which the rules look at journeys, not the rules.
 */
final class Drafts {
    /** "The latest" first: the one with the greatest activeUntil, among equals the one begun last. */
    private static final Comparator<JourneyDraft> LATEST_FIRST = Comparator.comparingLong(JourneyDraft::activeUntil)
            .thenComparingInt(JourneyDraft::begun)
            .reversed();

    private final List<String> correlate;
    private final List<JourneyDraft> begun = new ArrayList<>();
    private final NavigableSet<JourneyDraft> latestFirst = new TreeSet<>(LATEST_FIRST);
    private final Map<String, NavigableSet<JourneyDraft>> latestFirstByType = new HashMap<>();
    private final Map<Reference, Set<JourneyDraft>> byReference = new HashMap<>();

    private record Reference(String key, String value) {}

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
        SortedSet<JourneyDraft> sharing = new TreeSet<>(Comparator.comparingInt(JourneyDraft::begun));
        for (String key : correlate) {
            String value = item.references().get(key);
            if (value != null) {
                sharing.addAll(byReference.getOrDefault(new Reference(key, value), Set.of()));
            }
        }
        return sharing;
    }

    void begin(Item first, String type) {
        JourneyDraft journey = new JourneyDraft(first, type, begun.size());
        begun.add(journey);
        index(journey, first);
    }

    /**
     * Takes an item into a journey by rules 1 to 4.
     *
     * @param type type of the item; null if it has none
     */
    void join(JourneyDraft journey, Item item, @Nullable String type) {
        latestFirst.remove(journey);
        latestFirst(journey.type()).remove(journey);
        journey.join(item, type);
        index(journey, item);
    }

    private void index(JourneyDraft journey, Item item) {
        latestFirst.add(journey);
        latestFirstByType
                .computeIfAbsent(journey.type(), t -> new TreeSet<>(LATEST_FIRST))
                .add(journey);
        for (String key : correlate) {
            String value = item.references().get(key);
            if (value != null) {
                byReference
                        .computeIfAbsent(
                                new Reference(key, value),
                                r -> new TreeSet<>(Comparator.comparingInt(JourneyDraft::begun)))
                        .add(journey);
            }
        }
    }
}
