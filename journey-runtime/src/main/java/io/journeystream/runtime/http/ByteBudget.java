package io.journeystream.runtime.http;

import java.util.concurrent.atomic.AtomicLong;

/** So many bytes may be in memory at once; whoever asks for more is told to come back. Safe for use by many threads. */
public final class ByteBudget {
    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    /** @param limit in bytes, at least 1 */
    public ByteBudget(long limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a budget must be at least 1 byte, was " + limit);
        }
        this.limit = limit;
    }

    /** Takes that many bytes, or none if they are not left. What is larger than the whole is given to the first alone. */
    public boolean take(long bytes) {
        while (true) {
            long before = taken.get();
            if (before > 0 && before + bytes > limit) {
                return false;
            }
            if (taken.compareAndSet(before, before + bytes)) {
                return true;
            }
        }
    }

    /** Takes that many bytes whether they are left or not: for what replaces something that has been given back. */
    public void force(long bytes) {
        taken.addAndGet(bytes);
    }

    /** Gives back what was taken. */
    public void give(long bytes) {
        taken.addAndGet(-bytes);
    }

    public long taken() {
        return taken.get();
    }

    public long limit() {
        return limit;
    }

    /** Whether a request more would probably be refused. */
    public boolean isSpent() {
        return taken.get() >= limit;
    }
}
