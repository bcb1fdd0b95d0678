package io.journeystream.streams.placement;

import io.journeystream.events.Identifier;
import io.journeystream.events.SingleObject;
import io.journeystream.streams.clusters.Root;
import io.journeystream.streams.records.Name;
import io.journeystream.streams.records.PlaceRecord;
import io.journeystream.streams.state.Deletion;
import io.journeystream.topics.Addresses;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The places of one partition's identifiers, beside their clusters in the same store. Clusters in which a blocked
 * identifier occurs are remembered one by one, in rows of their own: they must hear when it is unblocked, and may be many.
 */
final class Places {
    private static final byte PLACE = 'a';
    private static final byte LISTENER = 's';

    private final KeyValueStore<Bytes, byte[]> store;
    private final SingleObject<PlaceRecord> places = new SingleObject<>(PlaceRecord.class);
    private final SingleObject<Name> names = new SingleObject<>(Name.class);

    Places(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** One that nothing is known of is its own root. */
    Place of(Identifier identifier) {
        byte[] found = store.get(key(identifier, PLACE, 0));
        return found == null ? new Place() : Place.of(places.decode(found));
    }

    void save(Identifier identifier, Place place) {
        store.put(key(identifier, PLACE, 0), places.encode(place.record()));
    }

    /** A cluster is to hear when the identifier is unblocked. */
    void listen(Identifier identifier, Identifier root) {
        store.put(listener(identifier, root), names.encode(Names.of(Addresses.of(root))));
    }

    /** Roots of the clusters that were to hear, or what became of them. */
    List<Identifier> listeners(Identifier identifier) {
        List<Identifier> listeners = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> rows =
                store.prefixScan(key(identifier, LISTENER, 0), new BytesSerializer())) {
            while (rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                listeners.add(Names.identifier(names.decode(row.value)));
            }
        }
        return listeners;
    }

    void silence(Identifier identifier, Identifier root) {
        Deletion.of(store, listener(identifier, root));
    }

    private static Bytes listener(Identifier identifier, Identifier root) {
        byte[] hash = Root.of(root).hash();
        return Bytes.wrap(ByteBuffer.wrap(key(identifier, LISTENER, hash.length).get())
                .put(Root.LENGTH + 1, hash)
                .array());
    }

    private static Bytes key(Identifier identifier, byte tag, int more) {
        return Bytes.wrap(ByteBuffer.allocate(Root.LENGTH + 1 + more)
                .put(Root.of(identifier).hash())
                .put(tag)
                .array());
    }
}
