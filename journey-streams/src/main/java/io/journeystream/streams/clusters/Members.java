package io.journeystream.streams.clusters;

import io.journeystream.events.Digests;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.events.SingleObject;
import io.journeystream.identity.Erasures;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.Pair;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.Ledger;
import io.journeystream.streams.records.Decree;
import io.journeystream.streams.records.StatusRow;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Which identifiers are in a cluster, who was seen with whom, and what the cluster was told of them. */
public final class Members {
    private static final byte[] PRESENT = {1};
    private static final StatusRow UNTOLD = new StatusRow(0L, false, null);

    private final KeyValueStore<Bytes, byte[]> store;
    private final Clusters clusters;
    private final Ledger ledger;
    private final SingleObject<StatusRow> statuses = new SingleObject<>(StatusRow.class);
    private final SingleObject<Decree> decrees = new SingleObject<>(Decree.class);

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
     * @param erasures of identifiers that were erased
     */
    public record Told(Set<Pair> withdrawn, Set<Identifier> blocked, Erasures erasures) {
        static final Told NOTHING = new Told(Set.of(), Set.of(), Erasures.NONE);
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

    /** The cluster hears what holds of an identifier; whether that says something new. */
    public boolean tell(Root root, Identifier of, StatusRow told) {
        return tell(root, Root.of(of).hash(), told);
    }

    /** Who is blocked is said by the latest word, until when somebody was erased by any. */
    private boolean tell(Root root, byte[] of, StatusRow told) {
        Bytes key = ClusterKeys.row(root, ClusterKeys.STATUS, of);
        byte[] found = store.get(key);
        StatusRow known = found == null ? UNTOLD : statuses.decode(found);
        StatusRow latest = told.getVersion() > known.getVersion() ? told : known;
        StatusRow next = StatusRow.newBuilder(latest)
                .setErasedUntil(later(told.getErasedUntil(), known.getErasedUntil()))
                .build();
        if (next.equals(known)) {
            return false;
        }
        store.put(key, statuses.encode(next));
        markTold(root);
        return next.getBlocked() != known.getBlocked()
                || !Objects.equals(next.getErasedUntil(), known.getErasedUntil());
    }

    private static @Nullable Long later(@Nullable Long one, @Nullable Long other) {
        return one == null || (other != null && other > one) ? other : one;
    }

    /** The cluster hears that evidence between two of its identifiers is withdrawn or not; whether that is new. */
    public boolean tell(Root root, Pair pair, Decree told) {
        return tell(root, about(pair), told);
    }

    private boolean tell(Root root, byte[] pair, Decree told) {
        Decree known = decree(root, pair);
        if (known != null && Decrees.LATEST.compare(known, told) >= 0) {
            return false;
        }
        store.put(ClusterKeys.row(root, ClusterKeys.WITHDRAWN, pair), decrees.encode(told));
        markTold(root);
        return told.getHolds() != (known != null && known.getHolds());
    }

    /** Whether what was told of a pair is the last word on it. */
    public boolean holds(Root root, Pair pair, Decree told) {
        return told.equals(decree(root, about(pair)));
    }

    private @Nullable Decree decree(Root root, byte[] pair) {
        byte[] found = store.get(ClusterKeys.row(root, ClusterKeys.WITHDRAWN, pair));
        return found == null ? null : decrees.decode(found);
    }

    private static byte[] about(Pair pair) {
        return ByteBuffer.allocate(2 * Root.LENGTH)
                .put(Root.of(pair.stronger()).hash())
                .put(Root.of(pair.weaker()).hash())
                .array();
    }

    private void markTold(Root root) {
        ClusterHeader header = clusters.header(root);
        if (!header.getTold()) {
            clusters.header(root, ClusterHeader.newBuilder(header).setTold(true).build());
        }
    }

    /**
     * What it was told, as it holds now. State keeps hashes only, so that nobody's name is left who was erased.
     *
     * @param events those of the cluster
     */
    public Told told(Root root, ClusterHeader header, Collection<Event> events) {
        if (!header.getTold()) {
            return Told.NOTHING;
        }
        Map<Root, Set<Identifier>> named = named(events);
        Set<Identifier> blocked = new HashSet<>();
        Map<String, Long> erased = new HashMap<>();
        scan(root, ClusterKeys.STATUS, (about, value) -> {
            StatusRow status = statuses.decode(value);
            Root of = Root.at(about, 0);
            if (status.getBlocked()) {
                blocked.addAll(named.getOrDefault(of, Set.of()));
            }
            if (status.getErasedUntil() != null) {
                erased.put(of.toString(), status.getErasedUntil());
            }
        });
        return new Told(withdrawn(root, named), blocked, new Erasures(erased));
    }

    private Set<Pair> withdrawn(Root root, Map<Root, Set<Identifier>> named) {
        Set<Pair> withdrawn = new HashSet<>();
        scan(root, ClusterKeys.WITHDRAWN, (about, value) -> {
            if (decrees.decode(value).getHolds()) {
                for (Identifier stronger : named.getOrDefault(Root.at(about, 0), Set.of())) {
                    named.getOrDefault(Root.at(about, Root.LENGTH), Set.of())
                            .forEach(weaker -> withdrawn.add(new Pair(stronger, weaker)));
                }
            }
        });
        return withdrawn;
    }

    /** An identifier may stand there under its name and, where it was erased, under its hash. */
    private static Map<Root, Set<Identifier>> named(Collection<Event> events) {
        Map<Root, Set<Identifier>> named = new HashMap<>();
        events.stream()
                .flatMap(event -> event.identifiers().stream())
                .distinct()
                .forEach(identifier -> named.computeIfAbsent(Root.of(identifier), r -> new HashSet<>())
                        .add(identifier));
        return named;
    }

    /** A row of another cluster that is united with this one. */
    void merge(Root root, ClusterRow row) {
        switch (row.tag()) {
            case ClusterKeys.MEMBER -> join(root, row.about());
            case ClusterKeys.STATUS ->
                tell(root, row.about(), statuses.decode(row.value().get()));
            case ClusterKeys.WITHDRAWN ->
                tell(root, row.about(), decrees.decode(row.value().get()));
            default ->
                store.put(
                        ClusterKeys.row(root, row.tag(), row.about()),
                        row.value().get());
        }
    }

    private void scan(Root root, byte tag, BiConsumer<byte[], byte[]> row) {
        try (KeyValueIterator<Bytes, byte[]> rows =
                store.prefixScan(ClusterKeys.rows(root, tag), new BytesSerializer())) {
            while (rows.hasNext()) {
                KeyValue<Bytes, byte[]> next = rows.next();
                byte[] key = next.key.get();
                row.accept(Arrays.copyOfRange(key, Root.LENGTH + 1, key.length), next.value);
            }
        }
    }
}
