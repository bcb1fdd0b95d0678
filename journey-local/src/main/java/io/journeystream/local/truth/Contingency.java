package io.journeystream.local.truth;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Counts pairs of things that have something in common, by the sizes of groups: never pair by pair. */
final class Contingency {
    private Contingency() {}

    /** How many pairs of items have the same key. */
    static <T> long pairs(Collection<T> items, Function<T, ?> key) {
        Map<Object, Long> sizes = new HashMap<>();
        items.forEach(item -> sizes.merge(key.apply(item), 1L, Long::sum));
        return sizes.values().stream().mapToLong(Contingency::pairs).sum();
    }

    /** How many pairs of items have both keys the same. */
    static <T> long pairs(Collection<T> items, Function<T, ?> one, Function<T, ?> other) {
        return pairs(items, item -> new Both(one.apply(item), other.apply(item)));
    }

    private static long pairs(long size) {
        return size * (size - 1) / 2;
    }

    private record Both(Object one, Object other) {}
}
