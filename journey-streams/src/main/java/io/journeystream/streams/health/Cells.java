package io.journeystream.streams.health;

import io.journeystream.streams.state.Deletion;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What each cell and edge counts, and which of them are to be published; these are known in memory, too. */
final class Cells {
    private static final byte SUMS = 1;
    private static final byte CHANGED = 2;
    private static final Bytes TOLD_AGAIN = Bytes.wrap(new byte[] {4});
    private static final byte[] PRESENT = {1};
    private static final int TOLD_AT_ONCE = 200;

    private final KeyValueStore<Bytes, byte[]> store;
    private final Set<Bytes> changed = new LinkedHashSet<>();
    private byte @Nullable [] toldAgainFrom;

    Cells(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        this.toldAgainFrom = store.get(TOLD_AGAIN);
        try (KeyValueIterator<Bytes, byte[]> rows =
                store.range(Bytes.wrap(new byte[] {CHANGED}), Bytes.wrap(new byte[] {CHANGED + 1}))) {
            rows.forEachRemaining(
                    row -> changed.add(Bytes.wrap(Arrays.copyOfRange(row.key.get(), 1, row.key.get().length))));
        }
    }

    private static Bytes key(byte tag, byte[] name) {
        return Bytes.wrap(
                ByteBuffer.allocate(1 + name.length).put(tag).put(name).array());
    }

    /** Null if it counts nothing. */
    byte @Nullable [] get(byte[] name) {
        return store.get(key(SUMS, name));
    }

    /** @param sums null if it counts nothing now */
    void put(byte[] name, byte @Nullable [] sums) {
        if (sums == null) {
            Deletion.of(store, key(SUMS, name));
        } else {
            store.put(key(SUMS, name), sums);
        }
        mark(name);
    }

    private void mark(byte[] name) {
        if (changed.add(Bytes.wrap(name))) {
            store.put(key(CHANGED, name), PRESENT);
        }
    }

    /** All are to be published again. */
    void tellAllAgain() {
        tellAgainFrom(new byte[] {SUMS});
    }

    private void tellAgainFrom(byte[] from) {
        toldAgainFrom = from;
        store.put(TOLD_AGAIN, from);
    }

    /** Marks some of those that are to be published again; false if there are none, or no more. */
    boolean markSome() {
        byte[] from = toldAgainFrom;
        if (from == null) {
            return false;
        }
        List<Bytes> some = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> rows = store.range(Bytes.wrap(from), Bytes.wrap(new byte[] {CHANGED}))) {
            while (rows.hasNext() && some.size() < TOLD_AT_ONCE) {
                Bytes key = rows.next().key;
                if (key.get()[0] == SUMS) {
                    some.add(key);
                }
            }
        }
        some.forEach(key -> mark(Arrays.copyOfRange(key.get(), 1, key.get().length)));
        if (some.size() < TOLD_AT_ONCE) {
            toldAgainFrom = null;
            Deletion.of(store, TOLD_AGAIN);
        } else {
            byte[] last = some.get(some.size() - 1).get();
            tellAgainFrom(Arrays.copyOf(last, last.length + 1));
        }
        return true;
    }

    /** How much there is to do: those to be published, and 1 if more are to be marked. */
    int toDo() {
        return changed.size() + (toldAgainFrom == null ? 0 : 1);
    }

    /** How many are to be published. */
    int changed() {
        return changed.size();
    }

    /** Takes the one that was changed first; there must be one. */
    byte[] takeChanged() {
        Bytes name = changed.iterator().next();
        changed.remove(name);
        Deletion.of(store, key(CHANGED, name.get()));
        return name.get();
    }
}
