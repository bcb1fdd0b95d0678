package io.journeystream.streams.clusters;

import io.journeystream.events.Event;
import io.journeystream.events.EventEncoding;
import io.journeystream.events.Identifier;
import io.journeystream.events.SingleObject;
import io.journeystream.identity.HashedName;
import io.journeystream.streams.state.Deletion;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The clusters of one partition: events not yet forgotten, and what was published of them. Adding an event appends an
 * event and a look-up and rewrites nothing. Knows nothing of time or of journeys' rules.
 */
public final class Clusters {
    private final KeyValueStore<Bytes, byte[]> store;
    private final EventEncoding encoding = new EventEncoding();
    private final SingleObject<ClusterHeader> headers = new SingleObject<>(ClusterHeader.class);
    private final SingleObject<PublishedJourney> journeys = new SingleObject<>(PublishedJourney.class);

    public Clusters(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** What became of an event that was to be added. */
    public enum Addition {
        /** It is new. */
        ADDED,
        /** It is a higher revision of one that was there, and stands instead of it. */
        REVISED,
        /** It is a second delivery of a revision that was there, differs from the first, and stands instead of it. */
        STANDS_INSTEAD,
        /** It was there already, in the same or a higher revision; nothing changed. */
        DROPPED,
        /** It was there, in the same or a higher revision, and is erased; nothing changed. */
        ERASED;

        /** Whether it counts as a duplicate, where it is not refused. */
        public boolean isDuplicate() {
            return this == STANDS_INSTEAD || this == DROPPED || this == ERASED;
        }
    }

    /**
     * Adds an event under an identifier unless it is a duplicate: of one (source, event id) the highest revision stands,
     * and of two deliveries of that the one whose encoding is greater (docs/semantics.md, section 1).
     */
    public Addition add(Root root, Identifier identifier, Event event) {
        return add(root, Root.of(identifier), event);
    }

    /** The same, with the hash of the identifier. */
    Addition add(Root root, Root under, Event event) {
        byte[] hash = EventHash.of(event);
        LookUp known = lookUp(root, hash);
        if (known == null) {
            put(root, under, hash, event);
            return Addition.ADDED;
        }
        if (known.erased() && event.revision() <= known.revision()) {
            return Addition.ERASED;
        }
        Bytes key = ClusterKeys.event(root, known.under(), known.occurredAt(), hash);
        if (event.revision() != known.revision()) {
            return event.revision() > known.revision()
                    ? replace(root, under, hash, event, key, Addition.REVISED)
                    : Addition.DROPPED;
        }
        Event there = encoding.decode(store.get(key));
        Event again = inWordsOf(there, event);
        return EventEncoding.compare(encoding.encode(again), encoding.encode(there)) > 0
                ? replace(root, under, hash, again, key, Addition.STANDS_INSTEAD)
                : Addition.DROPPED;
    }

    private Addition replace(Root root, Root under, byte[] hash, Event event, Bytes replaced, Addition addition) {
        Deletion.of(store, replaced);
        put(root, under, hash, event);
        return addition;
    }

    private void put(Root root, Root under, byte[] hash, Event event) {
        LookUp place = new LookUp(event.revision(), under, event.occurredAt());
        store.put(ClusterKeys.event(root, under, event.occurredAt(), hash), encoding.encode(event));
        store.put(ClusterKeys.lookUp(root, hash), place.encode());
    }

    /** Names that were erased in what is there are erased in a further delivery, too: nothing but the rest is compared. */
    private static Event inWordsOf(Event there, Event event) {
        Map<String, Identifier> erased = new HashMap<>();
        for (Identifier identifier : there.identifiers()) {
            if (HashedName.is(identifier)) {
                erased.put(HashedName.hash(identifier), identifier);
            }
        }
        return erased.isEmpty()
                ? event
                : event.naming(event.identifiers().stream()
                        .map(identifier -> erased.getOrDefault(HashedName.hash(identifier), identifier))
                        .toList());
    }

    /** All events of a cluster, each (source, event id) once. */
    public List<Event> events(Root root) {
        List<Event> events = new ArrayList<>();
        scan(ClusterKeys.rows(root, ClusterKeys.EVENT), row -> events.add(encoding.decode(row.value)));
        return events;
    }

    /** What was published of a cluster, by journey id. */
    public Map<String, PublishedJourney> published(Root root) {
        Map<String, PublishedJourney> published = new HashMap<>();
        scan(ClusterKeys.rows(root, ClusterKeys.JOURNEY), row -> {
            PublishedJourney journey = journeys.decode(row.value);
            published.put(journey.getJourneyId(), journey);
        });
        return published;
    }

    /** What was published of one journey; null if nothing was. */
    public @Nullable PublishedJourney published(Root root, String journeyId) {
        byte[] found = store.get(ClusterKeys.journey(root, journeyId));
        return found == null ? null : journeys.decode(found);
    }

    public void remember(Root root, PublishedJourney journey) {
        store.put(ClusterKeys.journey(root, journey.getJourneyId()), journeys.encode(journey));
    }

    public void forget(Root root, PublishedJourney journey) {
        Deletion.of(store, ClusterKeys.journey(root, journey.getJourneyId()));
    }

    /** Removes an event as if it had never been seen. */
    public void forget(Root root, Event event) {
        byte[] hash = EventHash.of(event);
        LookUp known = lookUp(root, hash);
        if (known != null) {
            Deletion.of(store, ClusterKeys.event(root, known.under(), known.occurredAt(), hash));
            Deletion.of(store, ClusterKeys.lookUp(root, hash));
        }
    }

    /** Removes an event, and remembers by its hash that this revision was erased. */
    public void erase(Root root, Event event) {
        byte[] hash = EventHash.of(event);
        LookUp known = lookUp(root, hash);
        if (known != null) {
            Deletion.of(store, ClusterKeys.event(root, known.under(), known.occurredAt(), hash));
            store.put(ClusterKeys.lookUp(root, hash), known.erase().encode());
        }
    }

    /** Puts an event in the place of the same one in other words. */
    public void reword(Root root, Event event) {
        byte[] hash = EventHash.of(event);
        LookUp known = lookUp(root, hash);
        if (known != null && !known.erased()) {
            store.put(ClusterKeys.event(root, known.under(), known.occurredAt(), hash), encoding.encode(event));
        }
    }

    private @Nullable LookUp lookUp(Root root, byte[] hash) {
        byte[] found = store.get(ClusterKeys.lookUp(root, hash));
        return found == null ? null : LookUp.decode(found);
    }

    /**
     * Another cluster that is united with this one had erased a revision of an event. Whether this one had it, in that or
     * a lower revision, which is gone then.
     */
    boolean uniteErased(Root root, byte[] hash, LookUp theirs) {
        LookUp ours = lookUp(root, hash);
        if (ours != null && ours.revision() > theirs.revision()) {
            return false;
        }
        store.put(ClusterKeys.lookUp(root, hash), theirs.encode());
        if (ours == null || ours.erased()) {
            return false;
        }
        Deletion.of(store, ClusterKeys.event(root, ours.under(), ours.occurredAt(), hash));
        return true;
    }

    /** Whether any of these events, named by the beginnings of their hashes, was erased. */
    public boolean wasErased(Root root, Collection<Long> events) {
        return events.stream().anyMatch(event -> wasErased(root, event));
    }

    private boolean wasErased(Root root, long event) {
        byte[] begin = ByteBuffer.allocate(Long.BYTES).putLong(event).array();
        AtomicBoolean erased = new AtomicBoolean();
        scan(ClusterKeys.lookUp(root, begin), row -> {
            if (LookUp.decode(row.value).erased()) {
                erased.set(true);
            }
        });
        return erased.get();
    }

    /** Whether nothing is known of the cluster. */
    public boolean isEmpty(Root root) {
        return store.get(ClusterKeys.header(root)) == null;
    }

    /** A new one if nothing is known of the cluster. */
    public ClusterHeader header(Root root) {
        byte[] stored = store.get(ClusterKeys.header(root));
        return stored == null ? ClusterHeader.newBuilder().build() : headers.decode(stored);
    }

    public void header(Root root, ClusterHeader header) {
        store.put(ClusterKeys.header(root), headers.encode(header));
    }

    /**
     * Where in the store the next cluster may lie: its root, of which perhaps only a place is known.
     *
     * @param before null for the first one
     * @return null if there is none
     */
    public @Nullable Root after(@Nullable Root before) {
        Bytes from = before == null ? Bytes.wrap(new byte[0]) : ClusterKeys.end(before);
        try (KeyValueIterator<Bytes, byte[]> rows = store.range(from, ClusterKeys.END)) {
            return rows.hasNext() ? Root.at(rows.peekNextKey().get(), 0) : null;
        }
    }

    private void scan(Bytes prefix, Consumer<KeyValue<Bytes, byte[]>> row) {
        try (KeyValueIterator<Bytes, byte[]> rows = store.prefixScan(prefix, new BytesSerializer())) {
            rows.forEachRemaining(row);
        }
    }
}
