package io.journeystream.stitching;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Items that join journeys when all others have: context and survey answers. Knows which of them another item concerns. */
final class LateItems {
    private final List<String> correlate;
    private final NavigableMap<Item, Late> all = new TreeMap<>(Item.ORDER);
    private final Map<Reference, Set<Late>> byReference = new HashMap<>();
    private final Map<String, Set<Late>> byNamedContact = new HashMap<>();

    /** One of them, and the journey it has joined. */
    private static final class Late {
        private final Item item;
        private @Nullable JourneyDraft journey;

        private Late(Item item) {
            this.item = item;
        }
    }

    /** Of those that must be looked at again. */
    private final Set<Late> concerned = new LinkedHashSet<>();

    LateItems(List<String> correlate) {
        this.correlate = correlate;
    }

    void add(Item item) {
        Late late = new Late(item);
        all.put(item, late);
        concerned.add(late);
        for (Reference reference : Reference.of(item, correlate)) {
            byReference.computeIfAbsent(reference, r -> new LinkedHashSet<>()).add(late);
        }
        String contact = item.namedContact();
        if (contact != null) {
            byNamedContact.computeIfAbsent(contact, c -> new LinkedHashSet<>()).add(late);
        }
    }

    /** Context that is none any more, or comes again. */
    void remove(Item context, Consumer<JourneyDraft> left) {
        Late late = all.remove(context);
        if (late == null) {
            return;
        }
        concerned.remove(late);
        for (Reference reference : Reference.of(context, correlate)) {
            byReference.getOrDefault(reference, Set.of()).remove(late);
        }
        if (late.journey != null) {
            late.journey.takeBackLate(context);
            left.accept(late.journey);
        }
    }

    /** An item has come or gone. */
    void concern(Item item) {
        if (all.isEmpty()) {
            return;
        }
        for (Reference reference : Reference.of(item, correlate)) {
            concerned.addAll(byReference.getOrDefault(reference, Set.of()));
        }
        if (item.contact() != null && !byNamedContact.isEmpty()) {
            item.contact().ids().forEach(id -> concerned.addAll(byNamedContact.getOrDefault(id, Set.of())));
        }
    }

    /** Whatever starts then or later concerns them. */
    void concernSince(long start) {
        Collection<Late> later = start == Long.MIN_VALUE ? all.values() : since(start);
        concerned.addAll(later);
    }

    private Collection<Late> since(long start) {
        Item last = all.isEmpty() ? null : all.lastKey();
        Set<Late> later = new LinkedHashSet<>();
        if (last == null || last.start() < start) {
            return later;
        }
        for (Map.Entry<Item, Late> late : all.descendingMap().entrySet()) {
            if (late.getKey().start() < start) {
                break;
            }
            later.add(late.getValue());
        }
        return later;
    }

    /** Looks again at all that are concerned; {@code changed} hears of journeys that gain or lose one. */
    void join(LateJoin rules, Consumer<JourneyDraft> changed) {
        for (Late late : concerned) {
            JourneyDraft next = rules.journeyOf(late.item);
            if (next != late.journey) {
                if (late.journey != null) {
                    late.journey.takeBackLate(late.item);
                    changed.accept(late.journey);
                }
                if (next != null) {
                    next.joinLate(late.item);
                    changed.accept(next);
                }
                late.journey = next;
            }
        }
        concerned.clear();
    }
}
