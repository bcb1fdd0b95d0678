package io.journeystream.streams.health;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Works off what waits, in slices, so that no transaction takes long: at most once an interval, and while more comes all
 * the time so seldom that it takes a small share of the time, since what waits longer is often overtaken. For one thread
 * only.
 */
final class Rhythm {
    /** How often it should be asked. */
    static final Duration ASK = Duration.ofMillis(50);

    private static final long SLICE_NANOS = Duration.ofMillis(50).toNanos();
    private static final int MOST = 5_000;
    private static final int PAUSE_PER_WORK = 100; // there are two rhythms for each partition

    private final long intervalMillis;
    private final long mostMillis;
    private final LongSupplier nanoTime;
    private boolean heard;
    private long heardAt = Long.MIN_VALUE;
    private long nextIfQuietAt = Long.MIN_VALUE;
    private long nextAt = Long.MIN_VALUE;
    private long workedNanos;

    /** @param most how long it pauses at most while more comes, if that is longer than the interval */
    Rhythm(Duration interval, Duration most, LongSupplier nanoTime) {
        this.intervalMillis = interval.toMillis();
        this.mostMillis = Math.max(intervalMillis, most.toMillis());
        this.nanoTime = nanoTime;
    }

    /** More has come. */
    void heard() {
        heard = true;
    }

    /**
     * Works if it is time to.
     *
     * @param now wall clock, milliseconds
     * @param step one piece of work; false if there is none
     * @return whether anything was done
     */
    boolean work(long now, BooleanSupplier step) {
        if (heard) {
            heard = false;
            heardAt = now;
        }
        if (now < nextAt && (now < nextIfQuietAt || now < heardAt + intervalMillis)) {
            return false;
        }
        long began = nanoTime.getAsLong();
        long end = began + SLICE_NANOS;
        for (int done = 0; done < MOST && (done == 0 || nanoTime.getAsLong() - end < 0); done++) {
            if (!step.getAsBoolean()) {
                pause(now, workedNanos + nanoTime.getAsLong() - began);
                return done > 0;
            }
        }
        workedNanos += nanoTime.getAsLong() - began;
        return true;
    }

    private void pause(long now, long nanos) {
        long pause = Duration.ofNanos(nanos).multipliedBy(PAUSE_PER_WORK).toMillis();
        nextIfQuietAt = now + intervalMillis;
        nextAt = now + Math.max(intervalMillis, Math.min(mostMillis, pause));
        workedNanos = 0;
    }
}
