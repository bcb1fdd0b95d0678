package io.journeystream.streams.publishing;

import io.journeystream.streams.clusters.ChangedClusters;
import io.journeystream.streams.clusters.Clusters;
import io.journeystream.streams.clusters.Root;
import io.journeystream.streams.state.Deletion;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Computes all clusters of a partition again, because other definitions hold, one after the other in slices. How far it
 * has come is in state, so that a restart goes on; one that is begun again begins at the first cluster. Clusters that
 * have changed are left to their round, which computes them by what holds now.
 */
public final class Sweep {
    private static final Bytes POSITION = Bytes.wrap(new byte[] {'g'});
    private static final byte[] BEGINNING = {};

    private final KeyValueStore<Bytes, byte[]> store;
    private final Clusters clusters;
    private final ChangedClusters changed;
    private final Publisher publisher;
    private byte @Nullable [] position;

    /** @param store that of the agenda */
    public Sweep(KeyValueStore<Bytes, byte[]> store, Clusters clusters, ChangedClusters changed, Publisher publisher) {
        this.store = store;
        this.clusters = clusters;
        this.changed = changed;
        this.publisher = publisher;
        this.position = store.get(POSITION);
    }

    /** From the first cluster on. */
    public void begin() {
        position = BEGINNING;
        save();
    }

    public boolean isRunning() {
        return position != null;
    }

    /** Goes on until the slice is over or all are done. Whether there was anything to do. */
    boolean sweep(Slice slice) {
        if (position == null) {
            return false;
        }
        while (position != null && !slice.isOver()) {
            Root next = clusters.after(position.length == 0 ? null : Root.at(position, 0));
            if (next != null && changed.cause(next) == null) {
                publisher.publishIfBehind(next);
            }
            position = next == null ? null : next.hash();
        }
        save();
        return true;
    }

    private void save() {
        if (position == null) {
            Deletion.of(store, POSITION);
        } else {
            store.put(POSITION, position);
        }
    }
}
