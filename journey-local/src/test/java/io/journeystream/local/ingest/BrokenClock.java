package io.journeystream.local.ingest;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;

/** The system's clock, which fails when it is told to: a fault that no code expects. */
final class BrokenClock extends Clock {
    private final AtomicBoolean broken;

    BrokenClock(AtomicBoolean broken) {
        this.broken = broken;
    }

    @Override
    public Instant instant() {
        if (broken.get()) {
            throw new IllegalStateException("the clock is broken, as the test wants");
        }
        return Instant.now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
