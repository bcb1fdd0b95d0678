package io.journeystream.streams.health;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Works off what waits at most once an interval, in slices, so that no transaction takes long. For one thread only. */
final class Rhythm {
    /** How often it should be asked. */
    static final Duration ASK = Duration.ofMillis(50);

    private static final long SLICE_NANOS = Duration.ofMillis(50).toNanos();
    private static final int MOST = 5_000;

    private final long intervalMillis;
    private final LongSupplier nanoTime;
    private long nextAt = Long.MIN_VALUE;

    Rhythm(Duration interval, LongSupplier nanoTime) {
        this.intervalMillis = interval.toMillis();
        this.nanoTime = nanoTime;
    }

    /**
     * Works if it is time to.
     *
     * @param now wall clock, milliseconds
     * @param step one piece of work; false if there is none
     * @return whether anything was done
     */
    boolean work(long now, BooleanSupplier step) {
        if (now < nextAt) {
            return false;
        }
        long end = nanoTime.getAsLong() + SLICE_NANOS;
        for (int done = 0; done < MOST && (done == 0 || nanoTime.getAsLong() - end < 0); done++) {
            if (!step.getAsBoolean()) {
                nextAt = now + intervalMillis;
                return done > 0;
            }
        }
        return true;
    }
}
