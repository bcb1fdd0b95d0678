package io.journeystream.streams.health;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * How often health is brought up to date. It decides when, never what.
 *
 * @param counting at most so often what changed goes to each cell
 * @param publishing at most so often a cell is published
 * @param underLoad how long each of the two waits at most while more comes all the time and much is to be done
 */
public record HealthPace(Duration counting, Duration publishing, Duration underLoad) {
    /** Once a second, and every two. */
    public static final HealthPace STANDARD =
            new HealthPace(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(10));

    /** For an import that nobody watches: whoever waits for its end should not wait for the next round. */
    public static final HealthPace BULK =
            new HealthPace(Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofSeconds(30));

    public HealthPace {
        if (Stream.of(counting, publishing, underLoad).anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException(
                    "none may be negative: " + counting + ", " + publishing + ", " + underLoad);
        }
    }
}
