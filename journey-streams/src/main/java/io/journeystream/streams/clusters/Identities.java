package io.journeystream.streams.clusters;

import io.journeystream.events.Identifier;
import io.journeystream.events.SingleObject;
import io.journeystream.streams.records.IdentityRow;
import io.journeystream.streams.records.Name;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Whom the identifiers of a cluster were last said to name. That one was said to name nobody is remembered, too, without
 * its name: should the cluster be united with one that has said otherwise, nobody knows who said it last.
 */
public final class Identities {
    private static final Name NOBODY = new Name("", "");

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
                if (!row.getIdentifier().equals(NOBODY)) {
                    published.put(identifier(row.getIdentifier()), row);
                }
            }
        }
        return published;
    }

    public void remember(Root root, IdentityRow row) {
        store.put(key(root, row), rows.encode(row));
    }

    /** It was said to name nobody. */
    public void remove(Root root, IdentityRow row) {
        store.put(key(root, row), rows.encode(new IdentityRow(NOBODY, "", 0L)));
    }

    /**
     * What was said of an identifier must be said again; whether anything was. While parts of a cluster are on their way,
     * nobody knows whether anything was.
     */
    public boolean sayAgain(Root root, Identifier identifier) {
        Name name = new Name(identifier.getType(), identifier.getValue());
        IdentityRow nothing = new IdentityRow(name, "", 0L);
        byte[] found = store.get(key(root, nothing));
        IdentityRow row = found == null ? null : rows.decode(found);
        if (row != null && !row.getIdentifier().equals(NOBODY)) {
            sayAgain(root, row);
            return true;
        }
        if (clusters.header(root).getIncoming() > 0) {
            sayAgain(root, nothing);
            return true;
        }
        return false;
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
        Bytes key = ClusterKeys.row(root, ClusterKeys.IDENTITY, row.about());
        byte[] found = store.get(key);
        IdentityRow ours = found == null ? null : rows.decode(found);
        if (ours != null && !ours.equals(theirs)) {
            sayAgain(root, theirs.getIdentifier().equals(NOBODY) ? ours : theirs);
        } else {
            store.put(key, rows.encode(theirs));
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
