package io.journeystream.ingest.rejects;

import io.journeystream.rejects.Reject;
import io.journeystream.rejects.RejectReason;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Keeps the rejects refused last, without their payloads, and counts them all; so memory is bounded. */
public final class LatestRejects implements RejectLog.Reader {

    /**
     * A reject without its payload.
     *
     * @param payloadBytes how much of the input is kept
     */
    public record Listed(Address address, Reject reject, int payloadBytes) {}

    private static final Comparator<Listed> BY_TIME = Comparator.comparing(
                    (Listed listed) -> listed.reject().getRejectedAt())
            .thenComparing(Listed::address);
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final int limit;
    private final PriorityQueue<Listed> latest = new PriorityQueue<>(BY_TIME);
    private final Map<RejectReason, Long> byReason = new EnumMap<>(RejectReason.class);

    /** @param limit how many are kept, at least 1 */
    public LatestRejects(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit must be at least 1, was " + limit);
        }
        this.limit = limit;
    }

    @Override
    public void read(StoredReject stored) {
        Reject reject = stored.reject();
        byReason.merge(reject.getReason(), 1L, Long::sum);
        Reject light =
                Reject.newBuilder(reject).setPayload(NOTHING).setKey(null).build();
        latest.add(new Listed(stored.address(), light, reject.getPayload().remaining()));
        if (latest.size() > limit) {
            latest.remove();
        }
    }

    /** The latest, newest last. */
    public List<Listed> listed() {
        return latest.stream().sorted(BY_TIME).toList();
    }

    /** How many there are of each reason, listed or not. */
    public Map<RejectReason, Long> byReason() {
        return new EnumMap<>(byReason);
    }

    /** How many there are, listed or not. */
    public long total() {
        return byReason.values().stream().mapToLong(Long::longValue).sum();
    }
}
