package io.journeystream.streams.clusters;

import io.journeystream.events.Identifier;
import io.journeystream.events.SingleObject;
import io.journeystream.streams.records.IdentityRow;
import io.journeystream.streams.records.Name;
import io.journeystream.streams.state.Deletion;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Whom the identifiers of a cluster were last said to name. */
public final class Identities {
    private final KeyValueStore<Bytes, byte[]> store;
    private final Clusters clusters;
    private final SingleObject<IdentityRow> rows = new SingleObject<>(IdentityRow.class);

    public Identities(KeyValueStore<Bytes, byte[]> store, Clusters clusters) {
        this.store = store;
        this.clusters = clusters;
    }

    /** What was said of each identifier of a cluster. */
    public Map<Identifier, IdentityRow> published(Root root) {
        Map<Identifier, IdentityRow> published = new HashMap<>();
        try (KeyValueIterator<Bytes, byte[]> found =
                store.prefixScan(ClusterKeys.rows(root, ClusterKeys.IDENTITY), new BytesSerializer())) {
            while (found.hasNext()) {
                IdentityRow row = rows.decode(found.next().value);
                published.put(identifier(row.getIdentifier()), row);
            }
        }
        return published;
    }

    public void remember(Root root, IdentityRow row) {
        store.put(key(root, row), rows.encode(row));
    }

    public void remove(Root root, IdentityRow row) {
        Deletion.of(store, key(root, row));
    }

    /** What was said of an identifier must be said again; whether anything was. */
    public boolean sayAgain(Root root, Identifier identifier) {
        Name name = new Name(identifier.getType(), identifier.getValue());
        byte[] found = store.get(key(root, new IdentityRow(name, "", 0L)));
        if (found != null) {
            sayAgain(root, rows.decode(found));
        }
        return found != null;
    }

    private void sayAgain(Root root, IdentityRow row) {
        remember(root, new IdentityRow(row.getIdentifier(), "", row.getSince()));
        ClusterHeader header = clusters.header(root);
        clusters.header(
                root, ClusterHeader.newBuilder(header).setIdentities(null).build());
    }

    /** A row of another cluster that is united with this one: if they differ, nobody knows what was said last. */
    void merge(Root root, ClusterRow row) {
        IdentityRow theirs = rows.decode(row.value().get());
        byte[] found = store.get(key(root, theirs));
        if (found != null && !rows.decode(found).equals(theirs)) {
            sayAgain(root, theirs);
        } else {
            remember(root, theirs);
        }
    }

    private static Bytes key(Root root, IdentityRow row) {
        return ClusterKeys.row(
                root,
                ClusterKeys.IDENTITY,
                Root.of(identifier(row.getIdentifier())).hash());
    }

    private static Identifier identifier(Name name) {
        return new Identifier(name.getType(), name.getValue());
    }
}
