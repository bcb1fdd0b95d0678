package io.journeystream.ingest.producing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** When Kafka last acknowledged anything, and whether it is silent while something is under way. Used by many threads. */
final class Acknowledgements {
    private final Duration patience;
    private final AtomicLong underWay = new AtomicLong();
    private volatile long waitingSince = System.nanoTime();
    private volatile long lastKept = System.nanoTime();
    private volatile long lastHeard = System.nanoTime();
    private volatile boolean everKept;
    private volatile boolean away;

    /** @param patience how long Kafka may be silent before it counts as away */
    Acknowledgements(Duration patience) {
        this.patience = patience;
    }

    void begun() {
        if (underWay.getAndIncrement() == 0) {
            waitingSince = System.nanoTime();
        }
    }

    void kept() {
        lastKept = System.nanoTime();
        lastHeard = lastKept;
        everKept = true;
        away = false;
        underWay.decrementAndGet();
    }

    void failed() {
        lastHeard = System.nanoTime();
        underWay.decrementAndGet();
    }

    long underWay() {
        return underWay.get();
    }

    boolean everKept() {
        return everKept;
    }

    Duration sinceKept() {
        return Duration.ofNanos(System.nanoTime() - lastKept);
    }

    /** Whether nothing was heard of what is under way, neither good nor bad, for so long that nothing ever will be. */
    boolean isDeaf(Duration longest) {
        return underWay.get() > 0 && System.nanoTime() - Math.max(lastHeard, waitingSince) > longest.toNanos();
    }

    /** Once silent for too long, Kafka is away until it acknowledges something. */
    boolean isAway() {
        if (underWay.get() > 0 && System.nanoTime() - Math.max(lastKept, waitingSince) > patience.toNanos()) {
            away = true;
        }
        return away;
    }
}
