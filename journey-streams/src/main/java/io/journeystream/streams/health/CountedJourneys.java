package io.journeystream.streams.health;

import io.journeystream.events.SingleObject;
import io.journeystream.journeys.Journey;
import io.journeystream.streams.state.Deletion;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Journeys as health has counted them, and those that wait to be counted as they are now. Which wait is kept in memory,
 * too, so that nobody has to search for them.
 */
final class CountedJourneys {
    private static final byte COUNTED = 1;
    private static final byte WAITING = 2;
    private static final byte EVER_MATURED = 1;

    private final KeyValueStore<Bytes, byte[]> store;
    private final SingleObject<Journey> encoding = new SingleObject<>(Journey.class);
    private final Set<Bytes> waiting = new LinkedHashSet<>();

    CountedJourneys(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        try (KeyValueIterator<Bytes, byte[]> rows =
                store.range(Bytes.wrap(new byte[] {WAITING}), Bytes.wrap(new byte[] {WAITING + 1}))) {
            rows.forEachRemaining(row -> waiting.add(name(row.key)));
        }
    }

    private static Bytes key(byte tag, Bytes name) {
        return Bytes.wrap(ByteBuffer.allocate(1 + name.get().length)
                .put(tag)
                .put(name.get())
                .array());
    }

    private static Bytes name(Bytes key) {
        return Bytes.wrap(Arrays.copyOfRange(key.get(), 1, key.get().length));
    }

    /** The journey as it was published last; empty if it never was. */
    Optional<KnownJourney> latest(Bytes id) {
        return Optional.ofNullable(read(waiting.contains(id) ? WAITING : COUNTED, id));
    }

    private @Nullable KnownJourney read(byte tag, Bytes id) {
        byte[] row = store.get(key(tag, id));
        return row == null
                ? null
                : new KnownJourney(row[0] == EVER_MATURED, encoding.decode(Arrays.copyOfRange(row, 1, row.length)));
    }

    /** It is to be counted as this from now on. */
    void await(Bytes id, KnownJourney journey) {
        waiting.add(id);
        write(WAITING, id, journey);
    }

    private void write(byte tag, Bytes id, KnownJourney journey) {
        byte[] record = encoding.encode(journey.journey());
        store.put(
                key(tag, id),
                ByteBuffer.allocate(1 + record.length)
                        .put(journey.everMatured() ? EVER_MATURED : 0)
                        .put(record)
                        .array());
    }

    /** How many wait. */
    int waiting() {
        return waiting.size();
    }

    /** Hears what a journey counted for until now, and what it does from now on. */
    @FunctionalInterface
    interface Change {
        /** One journey, which counted as {@code before}, if at all. */
        void counts(Optional<KnownJourney> before, KnownJourney now);
    }

    /** Counts the one that has waited longest; one must wait. */
    void countNext(Change change) {
        Iterator<Bytes> first = waiting.iterator();
        Bytes id = first.next();
        first.remove();
        KnownJourney now = read(WAITING, id);
        if (now == null) {
            throw new IllegalStateException("a journey waits that is not in state: " + id);
        }
        change.counts(Optional.ofNullable(read(COUNTED, id)), now);
        Deletion.of(store, key(WAITING, id));
        if (now.everMatured() || now.contribution().isPresent()) {
            write(COUNTED, id, now);
        } else {
            Deletion.of(store, key(COUNTED, id));
        }
    }
}
