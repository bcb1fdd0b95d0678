package io.journeystream.streams.ledger;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one partition has counted, and how far its time has come. Kept in state, in the same transaction as what it
 * counts: in memory alone it would count twice whatever is done again after an abort. Never shared between threads.
 */
public final class Ledger {
    private static final byte FORMAT = 4;
    private static final List<Count> COUNTS = List.of(Count.values());
    /** Before all time, though not so far that sums with durations overflow. */
    public static final long BEGINNING = Long.MIN_VALUE / 4;

    private final Map<Count, Long> counts = new EnumMap<>(Count.class);
    private long watermark = BEGINNING;
    private long settledUntil = BEGINNING;

    /** Greatest time seen, epoch milliseconds; {@link #BEGINNING} before the first. */
    public long watermark() {
        return watermark;
    }

    /** Time has come to here, if it was not there already. */
    public void advance(long time) {
        watermark = Math.max(watermark, time);
    }

    /** Whatever was due at a watermark up to this has been looked at. */
    public long settledUntil() {
        return settledUntil;
    }

    public void settle(long time) {
        settledUntil = time;
    }

    public long get(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    public void add(Count count, long amount) {
        counts.merge(count, amount, Long::sum);
    }

    public void set(Count count, long amount) {
        counts.put(count, amount);
    }

    /** A format byte, the two times, the counts in order; a reader takes those that it does not find as 0. */
    public byte[] encode() {
        ByteBuffer out = ByteBuffer.allocate(1 + Long.BYTES * (2 + COUNTS.size()));
        out.put(FORMAT).putLong(watermark).putLong(settledUntil);
        COUNTS.forEach(count -> out.putLong(get(count)));
        return out.array();
    }

    /**
     * What an earlier or this release wrote.
     *
     * @throws IllegalArgumentException if a later one did
     */
    public static Ledger decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte format = in.get();
        if (format < FORMAT) {
            throw new IllegalArgumentException("state of an earlier release, which keeps clusters otherwise:"
                    + " delete it (the state directory and the application's changelog topics), and all is computed"
                    + " again from the topics of events");
        }
        if (format != FORMAT || bytes.length > 1 + Long.BYTES * (2 + COUNTS.size())) {
            throw new IllegalArgumentException("a ledger of a later release (format " + format + ")");
        }
        Ledger ledger = new Ledger();
        ledger.watermark = in.getLong();
        ledger.settledUntil = in.getLong();
        for (int i = 0; in.hasRemaining(); i++) {
            ledger.set(COUNTS.get(i), in.getLong());
        }
        return ledger;
    }
}
