package io.journeystream.streams.imports;

import io.journeystream.events.Event;
import io.journeystream.events.EventEncoding;
import io.journeystream.streams.clusters.Root;
import io.journeystream.streams.state.Deletion;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Events of imports, kept aside in the store of the agenda: by import, cluster and arrival, so that those of one cluster
 * are found together. Staging appends and reads nothing.
 */
final class StagedEvents {
    private static final byte STAGED = 's';
    private static final int PREFIX = 1 + Long.BYTES;

    private final KeyValueStore<Bytes, byte[]> store;
    private final EventEncoding encoding = new EventEncoding();

    StagedEvents(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    void put(Account account, Root root, Event event) {
        store.put(key(account.number(), root, account.arrivals()), encoding.encode(event));
    }

    /** Those of the first cluster at or after a place; null if there is none. */
    @Nullable
    StagedCluster next(long account, @Nullable Root from) {
        Bytes first = from == null ? begin(account) : key(account, from, 0);
        List<Event> events = new ArrayList<>();
        List<Bytes> keys = new ArrayList<>();
        Root root = null;
        try (KeyValueIterator<Bytes, byte[]> rows = store.range(first, begin(account + 1))) {
            while (rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                Root of = Root.at(row.key.get(), PREFIX);
                if (root != null && !root.equals(of)) {
                    break;
                }
                root = of;
                events.add(encoding.decode(row.value));
                keys.add(row.key);
            }
        }
        return root == null ? null : new StagedCluster(account, root, events, keys);
    }

    void remove(StagedCluster cluster) {
        cluster.rows().forEach(row -> Deletion.of(store, row));
    }

    private static Bytes begin(long account) {
        return Bytes.wrap(
                ByteBuffer.allocate(PREFIX).put(STAGED).putLong(account).array());
    }

    private static Bytes key(long account, Root root, long arrival) {
        return Bytes.wrap(ByteBuffer.allocate(PREFIX + Root.LENGTH + Long.BYTES)
                .put(STAGED)
                .putLong(account)
                .put(root.hash())
                .putLong(arrival)
                .array());
    }
}
