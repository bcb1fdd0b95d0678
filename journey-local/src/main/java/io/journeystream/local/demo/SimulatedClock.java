package io.journeystream.local.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that runs faster than real time until it has caught up with it, and never passes it. */
final class SimulatedClock extends Clock {
    private final Clock real;
    private final Instant realStart;
    private final Instant start;
    private final double speed;

    /**
     * @param start simulated time of now
     * @param speed simulated seconds in a real one
     */
    SimulatedClock(Clock real, Instant start, double speed) {
        this.real = real;
        this.realStart = real.instant();
        this.start = start;
        this.speed = speed;
    }

    @Override
    public Instant instant() {
        Instant now = real.instant();
        double elapsed = Duration.between(realStart, now).toMillis() * speed;
        Instant simulated = start.plusMillis((long) elapsed);
        return simulated.isBefore(now) ? simulated : now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("simulated time is UTC");
    }
}
