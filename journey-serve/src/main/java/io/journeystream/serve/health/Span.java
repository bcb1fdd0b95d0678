package io.journeystream.serve.health;

import io.journeystream.health.CellKey;
import io.journeystream.health.Period;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when to when journeys began. Cohorts are whole: the one that since lies in belongs to it.
 *
 * @param since null: from the first on
 * @param until null: to the last; a cohort that begins then or later is left out
 */
public record Span(@Nullable Instant since, @Nullable Instant until) {
    /** All there is. */
    public static final Span ALL = new Span(null, null);

    public Span {
        if (since != null && until != null && !since.isBefore(until)) {
            throw new IllegalArgumentException("since must be before until, was " + since + " and " + until);
        }
    }

    /** Whether a cohort that begins then, in epoch milliseconds, is in it. */
    boolean admits(Period period, long cohort) {
        return (since == null || cohort >= CellKey.cohort(period, since.toEpochMilli()))
                && (until == null || cohort < until.toEpochMilli());
    }
}
