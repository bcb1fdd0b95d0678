package io.journeystream.streams.health;

import io.journeystream.streams.state.Deletion;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What each cell and edge counts, and which of them are to be published; these are known in memory, too. */
final class Cells {
    private static final byte SUMS = 1;
    private static final byte CHANGED = 2;
    private static final byte[] PRESENT = {1};

    private final KeyValueStore<Bytes, byte[]> store;
    private final Set<Bytes> changed = new LinkedHashSet<>();

    Cells(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
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
        if (changed.add(Bytes.wrap(name))) {
            store.put(key(CHANGED, name), PRESENT);
        }
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
