package io.journeystream.serve.alerts.delivery;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long a target is left alone after it has failed: doubling from a second to five minutes, less up to half by chance,
 * so that not all come back at once; longer if the target asks for it.
 *
 * @param chance from 0 to less than 1
 */
record Pauses(DoubleSupplier chance) {
    /** With so many failures in a row a target is taken to be down, and only tried now and then. */
    static final int BROKEN = 5;

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LONGEST_ASKED_FOR = Duration.ofHours(1);
    private static final int ENOUGH_DOUBLINGS = 10;

    /**
     * The pause after so many failures in a row.
     *
     * @param failures at least 1
     * @param asked for by the target; null: it did not
     */
    Duration after(int failures, @Nullable Duration asked) {
        long doubled = FIRST.toMillis() << Math.min(failures - 1, ENOUGH_DOUBLINGS);
        long millis = Math.min(doubled, LONGEST.toMillis());
        Duration own = Duration.ofMillis(millis - (long) (millis * chance.getAsDouble() / 2));
        if (asked == null || asked.compareTo(own) <= 0) {
            return own;
        }
        return asked.compareTo(LONGEST_ASKED_FOR) < 0 ? asked : LONGEST_ASKED_FOR;
    }
}
