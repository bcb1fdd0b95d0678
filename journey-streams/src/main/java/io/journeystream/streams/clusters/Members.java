package io.journeystream.streams.clusters;

import io.journeystream.events.Digests;
import io.journeystream.events.Identifier;
import io.journeystream.events.SingleObject;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.Pair;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.Ledger;
import io.journeystream.streams.records.Decree;
import io.journeystream.streams.records.Name;
import io.journeystream.streams.records.PairRecord;
import io.journeystream.streams.records.StatusRecord;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Which identifiers are in a cluster, who was seen with whom, and what the cluster was told of them. */
public final class Members {
    private static final byte[] PRESENT = {1};

    private final KeyValueStore<Bytes, byte[]> store;
    private final Clusters clusters;
    private final Ledger ledger;
    private final SingleObject<StatusRecord> statuses = new SingleObject<>(StatusRecord.class);
    private final SingleObject<PairRecord> pairs = new SingleObject<>(PairRecord.class);

    public Members(KeyValueStore<Bytes, byte[]> store, Clusters clusters, Ledger ledger) {
        this.store = store;
        this.clusters = clusters;
        this.ledger = ledger;
    }

    /**
     * What holds of a cluster's identifiers whatever its events say.
     *
     * @param withdrawn pairs whose evidence counts for nothing
     * @param blocked identifiers that name nobody
     */
    public record Told(Set<Pair> withdrawn, Set<Identifier> blocked) {
        static final Told NOTHING = new Told(Set.of(), Set.of());
    }

    /** Whether these identifiers have not been seen together in an event before; from now on they have. */
    public boolean combine(Root root, List<Identifier> sorted) {
        Bytes key = ClusterKeys.row(root, ClusterKeys.COMBINATION, combination(sorted));
        if (store.get(key) != null) {
            return false;
        }
        store.put(key, PRESENT);
        sorted.forEach(identifier -> join(root, Root.of(identifier).hash()));
        return true;
    }

    /** Lengths go in front, so that no two lists read the same. */
    private static byte[] combination(List<Identifier> sorted) {
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        for (Identifier identifier : sorted) {
            byte[] name = Identifiers.key(identifier);
            names.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(name.length).array());
            names.writeBytes(name);
        }
        return Arrays.copyOf(Digests.sha256(names.toByteArray()), Root.LENGTH);
    }

    /** From now on the identifier is counted. */
    void join(Root root, byte[] identifier) {
        if (store.putIfAbsent(ClusterKeys.row(root, ClusterKeys.MEMBER, identifier), PRESENT) == null) {
            ClusterHeader header = clusters.header(root);
            int members = header.getMembers() + 1;
            count(header, -1);
            ledger.add(Count.ofCluster(members), 1);
            clusters.header(
                    root, ClusterHeader.newBuilder(header).setMembers(members).build());
        }
    }

    /** The cluster is gone. */
    void gone(ClusterHeader header) {
        count(header, -1);
    }

    private void count(ClusterHeader header, int clusters) {
        if (header.getMembers() > 0) {
            ledger.add(Count.ofCluster(header.getMembers()), clusters);
        }
    }

    /** The cluster hears that an identifier is blocked or not; whether that says something new. */
    public boolean tell(Root root, Identifier of, long version, boolean blocked) {
        return tell(root, new StatusRecord(new Name(of.getType(), of.getValue()), version, blocked, false));
    }

    private boolean tell(Root root, StatusRecord told) {
        Bytes key = ClusterKeys.row(root, ClusterKeys.STATUS, hash(told.getOf()));
        byte[] found = store.get(key);
        StatusRecord known = found == null ? null : statuses.decode(found);
        if (known != null && known.getVersion() >= told.getVersion()) {
            return false;
        }
        store.put(key, statuses.encode(told));
        markTold(root);
        return told.getBlocked() != (known != null && known.getBlocked());
    }

    /** The cluster hears that evidence between two of its identifiers is withdrawn or not; whether that is new. */
    public boolean tell(Root root, PairRecord told) {
        Decree known = decree(root, told);
        if (known != null && Decrees.LATEST.compare(known, told.getDecree()) >= 0) {
            return false;
        }
        store.put(key(root, told), pairs.encode(told));
        markTold(root);
        return told.getDecree().getHolds() != (known != null && known.getHolds());
    }

    /** Whether what was told of a pair is the last word on it. */
    public boolean holds(Root root, PairRecord told) {
        return told.getDecree().equals(decree(root, told));
    }

    private @Nullable Decree decree(Root root, PairRecord pair) {
        byte[] found = store.get(key(root, pair));
        return found == null ? null : pairs.decode(found).getDecree();
    }

    private static Bytes key(Root root, PairRecord pair) {
        ByteBuffer both = ByteBuffer.allocate(2 * Root.LENGTH)
                .put(hash(pair.getStronger()))
                .put(hash(pair.getWeaker()));
        return ClusterKeys.row(root, ClusterKeys.WITHDRAWN, both.array());
    }

    private void markTold(Root root) {
        ClusterHeader header = clusters.header(root);
        if (!header.getTold()) {
            clusters.header(root, ClusterHeader.newBuilder(header).setTold(true).build());
        }
    }

    /** What it was told, as it holds now. */
    public Told told(Root root, ClusterHeader header) {
        if (!header.getTold()) {
            return Told.NOTHING;
        }
        Set<Identifier> blocked = new HashSet<>();
        scan(root, ClusterKeys.STATUS, value -> {
            StatusRecord status = statuses.decode(value);
            if (status.getBlocked()) {
                blocked.add(identifier(status.getOf()));
            }
        });
        Set<Pair> withdrawn = new HashSet<>();
        scan(root, ClusterKeys.WITHDRAWN, value -> {
            PairRecord pair = pairs.decode(value);
            if (pair.getDecree().getHolds()) {
                withdrawn.add(new Pair(identifier(pair.getStronger()), identifier(pair.getWeaker())));
            }
        });
        return new Told(withdrawn, blocked);
    }

    /** A row of another cluster that is united with this one. */
    void merge(Root root, ClusterRow row) {
        switch (row.tag()) {
            case ClusterKeys.MEMBER -> join(root, row.about());
            case ClusterKeys.STATUS -> tell(root, statuses.decode(row.value().get()));
            case ClusterKeys.WITHDRAWN -> tell(root, pairs.decode(row.value().get()));
            default ->
                store.put(
                        ClusterKeys.row(root, row.tag(), row.about()),
                        row.value().get());
        }
    }

    private void scan(Root root, byte tag, Consumer<byte[]> value) {
        try (KeyValueIterator<Bytes, byte[]> rows =
                store.prefixScan(ClusterKeys.rows(root, tag), new BytesSerializer())) {
            rows.forEachRemaining(row -> value.accept(row.value));
        }
    }

    private static byte[] hash(Name name) {
        return Root.of(identifier(name)).hash();
    }

    private static Identifier identifier(Name name) {
        return new Identifier(name.getType(), name.getValue());
    }
}
