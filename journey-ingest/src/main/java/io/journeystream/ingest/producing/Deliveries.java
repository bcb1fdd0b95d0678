package io.journeystream.ingest.producing;

import io.journeystream.rejects.RejectReason;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What is under way to Kafka, what has arrived, and what went wrong first. Used by several threads. */
final class Deliveries {
    private final LongAdder events = new LongAdder();
    private final Map<RejectReason, LongAdder> rejects = new EnumMap<>(RejectReason.class);
    private final AtomicLong underWay = new AtomicLong();
    private final AtomicLong lastMove = new AtomicLong(System.nanoTime());
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    Deliveries() {
        for (RejectReason reason : RejectReason.values()) {
            rejects.put(reason, new LongAdder());
        }
    }

    void begun() {
        if (underWay.getAndIncrement() == 0) {
            lastMove.set(System.nanoTime());
        }
    }

    void ended() {
        underWay.decrementAndGet();
        lastMove.set(System.nanoTime());
    }

    void keptEvent() {
        events.increment();
    }

    void keptReject(RejectReason reason) {
        LongAdder count = rejects.get(reason);
        if (count != null) {
            count.increment();
        }
    }

    void failed(Exception cause) {
        failure.compareAndSet(null, cause);
    }

    /** Throws if anything that was sent before could not be kept. */
    void check() {
        Exception cause = failure.get();
        if (cause != null) {
            throw new NotKept("Kafka did not keep what was sent: " + cause.getMessage(), cause);
        }
    }

    long underWay() {
        return underWay.get();
    }

    /** Nanoseconds since something arrived or began; 0 if nothing is under way. */
    long stillFor() {
        return underWay.get() == 0 ? 0 : System.nanoTime() - lastMove.get();
    }

    Produced produced() {
        Map<RejectReason, Long> counts = new EnumMap<>(RejectReason.class);
        rejects.forEach((reason, count) -> {
            if (count.sum() > 0) {
                counts.put(reason, count.sum());
            }
        });
        return new Produced(events.sum(), counts);
    }
}
