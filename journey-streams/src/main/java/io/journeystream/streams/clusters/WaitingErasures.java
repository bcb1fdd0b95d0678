package io.journeystream.streams.clusters;

import io.journeystream.events.Digests;
import io.journeystream.events.SingleObject;
import io.journeystream.streams.records.ErasureRow;
import io.journeystream.streams.state.Deletion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Commands to erase that wait until all parts of a cluster have come; they are handed over with it. */
public final class WaitingErasures {
    private final KeyValueStore<Bytes, byte[]> store;
    private final SingleObject<ErasureRow> rows = new SingleObject<>(ErasureRow.class);

    public WaitingErasures(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    public void add(Root root, ErasureRow waiting) {
        store.put(key(root, waiting), rows.encode(waiting));
    }

    /** All that wait for a cluster, which wait no longer. */
    public List<ErasureRow> take(Root root) {
        List<ErasureRow> waiting = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> found =
                store.prefixScan(ClusterKeys.rows(root, ClusterKeys.ERASURE), new BytesSerializer())) {
            found.forEachRemaining(row -> waiting.add(rows.decode(row.value)));
        }
        waiting.forEach(row -> Deletion.of(store, key(root, row)));
        return waiting;
    }

    private static Bytes key(Root root, ErasureRow row) {
        byte[] id = Digests.sha256(row.getCommandId().getBytes(StandardCharsets.UTF_8));
        return ClusterKeys.row(root, ClusterKeys.ERASURE, Arrays.copyOf(id, Root.LENGTH));
    }
}
