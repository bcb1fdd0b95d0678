package io.journeystream.streams.publishing;

import java.time.Duration;

/**
 * How much of its time a thread may spend on merging imports while records come: half, or a fifth if the records that
 * it reads have lain in Kafka for a while, so that live events do not wait for what has waited long anyway. (Kafka Streams
 * calls every task of a thread between records, and after calls that take long it reads but one record a task before the
 * next: without a limit live events would wait until all was merged.) Shared by the tasks of a thread, for that thread
 * only. Decides when imports are merged, never what comes of it.
 */
final class MergeBudget {
    private static final ThreadLocal<MergeBudget> OF_THREAD = ThreadLocal.withInitial(MergeBudget::new);
    private static final long MOST_NANOS = Duration.ofMillis(10).toNanos();
    private static final long BEHIND_MILLIS = 300;
    private static final int SHARE = 2;
    private static final int SHARE_BEHIND = 5;

    private long leftNanos = MOST_NANOS;
    private long filledAt;
    private boolean recordCame;
    private long appendedAt;

    static MergeBudget ofThisThread() {
        return OF_THREAD.get();
    }

    /**
     * A record came to a task of the thread.
     *
     * @param appended when it was appended to its topic, epoch milliseconds
     */
    void recordCame(long appended) {
        recordCame = true;
        appendedAt = appended;
    }

    /**
     * Whether there is time for a slice; always, if no record came since the last.
     *
     * @param now wall clock, epoch milliseconds
     */
    boolean allows(long nanoTime, long now) {
        int share = now - appendedAt > BEHIND_MILLIS ? SHARE_BEHIND : SHARE;
        leftNanos = Math.min(MOST_NANOS, leftNanos + (nanoTime - filledAt) / share);
        filledAt = nanoTime;
        return leftNanos > 0 || !recordCame;
    }

    /** A slice has begun and ended. What it took too long is made up for. */
    void spent(long beganNanoTime, long endedNanoTime) {
        leftNanos = Math.max(-MOST_NANOS, leftNanos - (endedNanoTime - beganNanoTime));
        recordCame = false;
    }
}
