package io.journeystream.streams.clusters;

import io.journeystream.journeys.Cause;
import io.journeystream.streams.state.Deletion;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Which clusters of one partition must be looked at: because they changed, or once time has come so far. Scans begin
 * where the caller says, not at the beginning of time: deleted rows are not free.
 */
public final class Agenda {
    private static final byte DUE = 'd';
    private static final byte CHANGED = 'p';
    private static final byte[] PRESENT = {1};

    /** Why a cluster has changed, as state keeps it. */
    private static final Map<Cause, byte[]> MARKS =
            Map.of(Cause.EVENT, PRESENT, Cause.IMPORT, new byte[] {2}, Cause.IDENTITY, new byte[] {3});

    private final KeyValueStore<Bytes, byte[]> store;

    public Agenda(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** A cluster to look at once the watermark is greater than {@code dueAfter}, epoch milliseconds. */
    public record Entry(long dueAfter, Root root) {}

    public void put(Entry entry) {
        store.put(key(entry), PRESENT);
    }

    public void remove(Entry entry) {
        Deletion.of(store, key(entry));
    }

    /** At most {@code limit} entries, the earliest first, with {@code from <= dueAfter < watermark}. */
    public List<Entry> due(long from, long watermark, int limit) {
        List<Entry> due = new ArrayList<>();
        if (from >= watermark) {
            return due;
        }
        try (KeyValueIterator<Bytes, byte[]> rows = store.range(time(from), time(watermark))) {
            while (due.size() < limit && rows.hasNext()) {
                due.add(entry(rows.next().key));
            }
        }
        return due;
    }

    /**
     * Notes that a cluster has changed and nothing of it is published yet.
     *
     * @param cause EVENT, IMPORT or IDENTITY
     */
    public void mark(Root root, Cause cause) {
        store.put(changed(root), MARKS.get(cause));
    }

    public void unmark(Root root) {
        Deletion.of(store, changed(root));
    }

    /** All clusters that are marked, and why. */
    public Map<Root, Cause> marked() {
        Map<Root, Cause> marked = new LinkedHashMap<>();
        try (KeyValueIterator<Bytes, byte[]> rows =
                store.prefixScan(Bytes.wrap(new byte[] {CHANGED}), new BytesSerializer())) {
            while (rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                marked.put(Root.at(row.key.get(), 1), cause(row.value));
            }
        }
        return marked;
    }

    private static Cause cause(byte[] mark) {
        return MARKS.entrySet().stream()
                .filter(each -> Arrays.equals(each.getValue(), mark))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a mark of no known cause: " + Arrays.toString(mark)));
    }

    private static Bytes key(Entry entry) {
        return Bytes.wrap(ByteBuffer.allocate(1 + Long.BYTES + Root.LENGTH)
                .put(DUE)
                .putLong(SortableTime.encode(entry.dueAfter()))
                .put(entry.root().hash())
                .array());
    }

    /** Before all entries of that time, and after all earlier ones. */
    private static Bytes time(long time) {
        return Bytes.wrap(ByteBuffer.allocate(1 + Long.BYTES)
                .put(DUE)
                .putLong(SortableTime.encode(time))
                .array());
    }

    private static Entry entry(Bytes key) {
        long dueAfter =
                SortableTime.decode(ByteBuffer.wrap(key.get(), 1, Long.BYTES).getLong());
        return new Entry(dueAfter, Root.at(key.get(), 1 + Long.BYTES));
    }

    private static Bytes changed(Root root) {
        return Bytes.wrap(ByteBuffer.allocate(1 + Root.LENGTH)
                .put(CHANGED)
                .put(root.hash())
                .array());
    }
}
