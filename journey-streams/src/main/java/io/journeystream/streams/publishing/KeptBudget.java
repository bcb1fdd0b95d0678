package io.journeystream.streams.publishing;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many events an instance may keep in memory, in the clusters that its tasks keep. Decides what is computed again
 * whole, never what comes of it.
 */
public final class KeptBudget {
    /** What an event takes with all that is made of it: 1.7 kB were measured in large clusters, 2.5 in small ones. */
    private static final long BYTES_PER_EVENT = 2_560;

    private static final int SHARE_OF_HEAP = 8;
    private static final int LARGEST_SHARE = 2;

    private final long limit;
    private final AtomicLong kept = new AtomicLong();

    public KeptBudget(long limit) {
        this.limit = limit;
    }

    /** As many as take an eighth of the heap. */
    public static KeptBudget ofHeap(long bytes) {
        return new KeptBudget(bytes / SHARE_OF_HEAP / BYTES_PER_EVENT);
    }

    /** So many events are kept, or fewer if negative. */
    void add(long events) {
        kept.addAndGet(events);
    }

    /** Whether a cluster of so many may be kept: a large one must not cost all others their places. */
    boolean isWorth(long events) {
        return events <= limit / LARGEST_SHARE;
    }

    /** Whether more are kept than should be. */
    boolean isExceeded() {
        return kept.get() > limit;
    }
}
