package io.journeystream.local.truth;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How well a grouping agrees with the true one, pair by pair of what is grouped. Rates over an empty denominator are
 * null.
 *
 * @param belong pairs that belong together
 * @param found pairs that were put together
 * @param right pairs that were put together and belong together
 */
public record PairCounts(long belong, long found, long right) {

    public PairCounts {
        if (right < 0 || right > belong || right > found) {
            throw new IllegalArgumentException(
                    "right pairs must be among those that belong together and those found, was " + right + " of "
                            + belong + " and " + found);
        }
    }

    /** Those of items that have a true and a found group each. */
    static <T> PairCounts of(Collection<T> items, Function<T, ?> truth, Function<T, ?> found) {
        return new PairCounts(
                Contingency.pairs(items, truth),
                Contingency.pairs(items, found),
                Contingency.pairs(items, truth, found));
    }

    /** Pairs that were put together and do not belong together. */
    public long wrong() {
        return found - right;
    }

    /** Pairs that belong together and were not put together. */
    public long missed() {
        return belong - right;
    }

    /** Right pairs of those found. */
    public @Nullable Double precision() {
        return found == 0 ? null : (double) right / found;
    }

    /** Right pairs of those that belong together. */
    public @Nullable Double recall() {
        return belong == 0 ? null : (double) right / belong;
    }

    /** Harmonic mean of precision and recall. */
    public @Nullable Double f1() {
        return belong + found == 0 ? null : 2.0 * right / (belong + found);
    }
}
