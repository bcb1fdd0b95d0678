package io.journeystream.streams.publishing;

import java.time.Duration;

/**
 * How much of its time a thread may spend on merging imports while records come: half. Kafka Streams calls every task of
 * a thread between records, and after calls that take long it reads but one record a task before the next; without a
 * limit live events would wait until all was merged. Shared by the tasks of a thread, for that thread only.
 */
final class MergeBudget {
    private static final ThreadLocal<MergeBudget> OF_THREAD = ThreadLocal.withInitial(MergeBudget::new);
    private static final long MOST_NANOS = Duration.ofMillis(20).toNanos();
    private static final int SHARE = 2;

    private long leftNanos = MOST_NANOS;
    private long filledAt;
    private boolean recordCame;

    static MergeBudget ofThisThread() {
        return OF_THREAD.get();
    }

    /** A record came to a task of the thread. */
    void recordCame() {
        recordCame = true;
    }

    /** Whether there is time for a slice; always, if no record came since the last. */
    boolean allows(long nanoTime) {
        leftNanos = Math.min(MOST_NANOS, leftNanos + (nanoTime - filledAt) / SHARE);
        filledAt = nanoTime;
        return leftNanos > 0 || !recordCame;
    }

    /** A slice has begun and ended. What it took too long is made up for. */
    void spent(long beganNanoTime, long endedNanoTime) {
        leftNanos = Math.max(-MOST_NANOS, leftNanos - (endedNanoTime - beganNanoTime));
        recordCame = false;
    }
}
