package io.journeystream.registry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before trying again: doubling from {@code first} up to {@code longest}, less up to a fifth by chance
 * so that many clients do not come back at once.
 *
 * @param attempts how often to try in all, at least 1
 */
public record Backoff(int attempts, Duration first, Duration longest) {
    /** Six attempts within about three seconds: rides out a restart of a load balancer, not of a registry. */
    public static final Backoff STANDARD = new Backoff(6, Duration.ofMillis(100), Duration.ofSeconds(1));

    public Backoff {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1, was " + attempts);
        }
        if (first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "0 <= first <= longest must hold, was first " + first + ", longest " + longest);
        }
    }

    /** Wait after the given failed attempt, counted from 1. */
    Duration after(int attempt) {
        long doubled = first.toMillis() << Math.min(attempt - 1, 20);
        long millis = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(millis - ThreadLocalRandom.current().nextLong(millis / 5 + 1));
    }
}
