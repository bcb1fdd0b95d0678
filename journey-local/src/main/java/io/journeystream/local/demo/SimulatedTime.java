package io.journeystream.local.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Time that runs faster than real time until it has caught up with it, never passes it, and waits where the machine
 * cannot keep up. Not thread-safe.
 */
final class SimulatedTime {
    private static final Duration LONGEST_STEP = Duration.ofMillis(250);

    private final Clock real;
    private final double speed;
    private Instant realBefore;
    private Instant now;

    /**
     * @param start simulated time of now
     * @param speed simulated seconds in a real one
     */
    SimulatedTime(Clock real, Instant start, double speed) {
        this.real = real;
        this.realBefore = real.instant();
        this.now = start;
        this.speed = speed;
    }

    /** The simulated time after what has passed since the last call; real time spent waiting does not count. */
    Instant advance(boolean waiting) {
        Instant realNow = real.instant();
        Duration passed = Duration.between(realBefore, realNow);
        realBefore = realNow;
        if (!waiting) {
            long step = Math.min(passed.toMillis(), LONGEST_STEP.toMillis());
            Instant next = now.plusMillis((long) (step * speed));
            now = next.isBefore(realNow) ? next : realNow;
        }
        return now;
    }
}
