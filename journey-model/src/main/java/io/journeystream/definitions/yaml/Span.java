package io.journeystream.definitions.yaml;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a duration may be. */
public enum Span {
    /** More than nothing. */
    POSITIVE,
    /** Nothing at all is allowed too. */
    NOT_NEGATIVE;

    /** Beyond any history that is kept, and far from where sums of milliseconds overflow. */
    private static final Duration MOST = Duration.ofDays(36_500);

    @Nullable
    String objection(Duration duration) {
        if (this == POSITIVE && (duration.isNegative() || duration.isZero())) {
            return "must be positive";
        }
        if (duration.isNegative()) {
            return "must not be negative";
        }
        if (duration.compareTo(MOST) > 0) {
            return "must be at most " + MOST.toDays() + "d";
        }
        return duration.equals(Duration.ofMillis(duration.toMillis())) ? null : "must be in whole milliseconds";
    }
}
