package io.journeystream.alerts;

import org.jspecify.annotations.Nullable;

/**
 * What a rule finds at a moment.
 *
 * @param value of the metric; null over an empty denominator
 * @param sample over which it is
 * @param against the limit, target or median that it was held against; null if there is none
 */
public record Reading(
        @Nullable Double value, long sample, @Nullable Double against, Judgement judgement) {

    /** What it means. */
    public enum Judgement {
        BAD,
        /** Not bad, and not so good that what was bad is over. */
        BETWEEN,
        GOOD,
        /** The sample is too small, or there is nothing to hold it against. */
        UNKNOWN
    }
}
