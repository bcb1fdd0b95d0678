package io.journeystream.streams.publishing;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Counts down what may be done at a stretch. */
final class Slice {
    private final LongSupplier nanoTime;
    private final long end;
    private final int most;
    private int clusters;

    /** @param most clusters, whatever the time */
    Slice(Duration length, int most, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong() + length.toNanos();
        this.most = most;
    }

    /** Asked before each cluster. */
    boolean isOver() {
        return clusters++ >= most || nanoTime.getAsLong() - end >= 0;
    }
}
