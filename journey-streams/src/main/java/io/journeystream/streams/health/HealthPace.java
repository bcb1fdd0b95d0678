package io.journeystream.streams.health;

import java.time.Duration;

/**
 * How often health is brought up to date. It decides when, never what.
 *
 * @param counting at most so often what changed goes to each cell
 * @param publishing at most so often a cell is published
 */
public record HealthPace(Duration counting, Duration publishing) {
    /** Once a second, and every two. */
    public static final HealthPace STANDARD = new HealthPace(Duration.ofSeconds(1), Duration.ofSeconds(2));

    /** For an import that nobody watches: whoever waits for its end should not wait for the next round. */
    public static final HealthPace BULK = new HealthPace(Duration.ofMillis(300), Duration.ofMillis(300));

    public HealthPace {
        if (counting.isNegative() || publishing.isNegative()) {
            throw new IllegalArgumentException(
                    "intervals must not be negative, were " + counting + " and " + publishing);
        }
    }
}
