package io.journeystream.streams.clusters;

import io.journeystream.events.Event;
import io.journeystream.events.EventEncoding;
import io.journeystream.events.SingleObject;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.Ledger;
import io.journeystream.streams.state.Deletion;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Takes a cluster out of state row by row, and unites what comes of others with a cluster: sets are united, of one event
 * the highest revision stands. Until all parts of one have come, the cluster is not published.
 */
public final class HandOver {
    private final KeyValueStore<Bytes, byte[]> store;
    private final Clusters clusters;
    private final Members members;
    private final Identities identities;
    private final Ledger ledger;
    private final EventEncoding events = new EventEncoding();
    private final SingleObject<PublishedJourney> journeys = new SingleObject<>(PublishedJourney.class);
    private final SingleObject<ClusterHeader> headers = new SingleObject<>(ClusterHeader.class);

    public HandOver(
            KeyValueStore<Bytes, byte[]> store,
            Clusters clusters,
            Members members,
            Identities identities,
            Ledger ledger) {
        this.store = store;
        this.clusters = clusters;
        this.members = members;
        this.identities = identities;
        this.ledger = ledger;
    }

    /** All rows of a cluster, which is gone then. */
    public List<ClusterRow> take(Root root) {
        ClusterHeader header = clusters.header(root);
        ledger.add(Count.CUSTOMERS, -header.getCustomers());
        ledger.add(Count.CONFLICTS, -header.getConflicts());
        ledger.add(Count.CONTACTS, -header.getContacts());
        ledger.add(Count.WEAK_CONTACTS, -header.getWeakContacts());
        members.gone(header);
        List<ClusterRow> rows = new ArrayList<>();
        for (byte tag : ClusterKeys.ALL) {
            take(ClusterKeys.rows(root, tag), rows);
        }
        return rows;
    }

    private void take(Bytes prefix, List<ClusterRow> taken) {
        List<Bytes> keys = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> rows = store.prefixScan(prefix, new BytesSerializer())) {
            while (rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                byte[] key = row.key.get();
                taken.add(new ClusterRow(
                        Bytes.wrap(Arrays.copyOfRange(key, Root.LENGTH, key.length)), Bytes.wrap(row.value)));
                keys.add(row.key);
            }
        }
        keys.forEach(key -> Deletion.of(store, key));
    }

    /**
     * Unites a part of another cluster with this one.
     *
     * @param from root of the other
     * @param total how many parts there are
     * @return whether all parts of all others have come
     */
    public boolean unite(Root root, Root from, int total, List<ClusterRow> rows) {
        rows.forEach(row -> unite(root, row));
        came(root, from.hash(), 1, total);
        return clusters.header(root).getIncoming() == 0;
    }

    private void unite(Root root, ClusterRow row) {
        switch (row.tag()) {
            case ClusterKeys.EVENT -> uniteEvent(root, row);
            case ClusterKeys.JOURNEY -> uniteJourney(root, row);
            case ClusterKeys.IDENTITY -> identities.merge(root, row);
            case ClusterKeys.HEADER ->
                uniteHeader(root, headers.decode(row.value().get()));
            case ClusterKeys.INCOMING -> {
                ByteBuffer counted = ByteBuffer.wrap(row.value().get());
                came(root, row.about(), counted.getInt(), counted.getInt());
            }
            case ClusterKeys.LOOK_UP -> uniteLookUp(root, row);
            default -> members.merge(root, row);
        }
    }

    /** What both had counted as processed is now one of them a duplicate. */
    private void uniteEvent(Root root, ClusterRow row) {
        Event event = events.decode(row.value().get());
        if (clusters.add(root, Root.at(row.key().get(), 1), event).isDuplicate()) {
            ledger.add(Count.PROCESSED, -1);
            ledger.add(Count.DUPLICATES, 1);
        }
    }

    /** One that tells of an event is made anew with it. */
    private void uniteLookUp(Root root, ClusterRow row) {
        LookUp theirs = LookUp.decode(row.value().get());
        if (theirs.erased() && clusters.uniteErased(root, row.about(), theirs)) {
            ledger.add(Count.PROCESSED, -1);
            ledger.add(Count.DUPLICATES, 1);
        }
    }

    /** Of a journey that both have published nobody knows which record came last: it is published again. */
    private void uniteJourney(Root root, ClusterRow row) {
        PublishedJourney theirs = journeys.decode(row.value().get());
        PublishedJourney ours = clusters.published(root, theirs.getJourneyId());
        clusters.remember(root, ours == null ? theirs : both(ours, theirs));
    }

    private static PublishedJourney both(PublishedJourney ours, PublishedJourney theirs) {
        boolean same = ours.getDigest().equals(theirs.getDigest());
        return PublishedJourney.newBuilder(ours)
                .setCorrected(ours.getCorrected() || theirs.getCorrected())
                .setDigest(same ? ours.getDigest() : ByteBuffer.allocate(0))
                .setMaturedDigest(either(ours.getMaturedDigest(), theirs.getMaturedDigest()))
                .build();
    }

    private static @Nullable ByteBuffer either(@Nullable ByteBuffer one, @Nullable ByteBuffer other) {
        return one == null ? other : one;
    }

    /** Members and what is incoming are counted as their rows come. */
    private void uniteHeader(Root root, ClusterHeader theirs) {
        ClusterHeader ours = clusters.header(root);
        long asOf = Math.max(ours.getAsOf(), theirs.getAsOf());
        clusters.header(
                root,
                ClusterHeader.newBuilder(ours).setAsOf(asOf).setIdentities(null).build());
    }

    private void came(Root root, byte[] from, int parts, int total) {
        Bytes key = ClusterKeys.row(root, ClusterKeys.INCOMING, from);
        byte[] found = store.get(key);
        int came = parts + (found == null ? 0 : ByteBuffer.wrap(found).getInt());
        boolean complete = came == total;
        if (complete) {
            Deletion.of(store, key);
        } else {
            ByteBuffer counted = ByteBuffer.allocate(2 * Integer.BYTES);
            store.put(key, counted.putInt(came).putInt(total).array());
        }
        int more = (complete ? 0 : 1) - (found == null ? 0 : 1);
        if (more != 0) {
            ClusterHeader ours = clusters.header(root);
            int incoming = ours.getIncoming() + more;
            clusters.header(
                    root, ClusterHeader.newBuilder(ours).setIncoming(incoming).build());
        }
    }
}
