package io.journeystream.streams.health;

import io.journeystream.events.SingleObject;
import io.journeystream.health.Health;
import io.journeystream.journeys.Journey;
import io.journeystream.streams.state.Deletion;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
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
    private static final int HEADER = 2;
    private static final int RECOUNTED_AT_ONCE = 200;

    private final KeyValueStore<Bytes, byte[]> store;
    private final SingleObject<Journey> encoding = new SingleObject<>(Journey.class);
    private final Set<Bytes> waiting = new LinkedHashSet<>();
    private final DimensionLists dimensions;
    private @Nullable Bytes recountFrom;

    /** @param wanted dimensions by which journeys are to be counted from now on */
    CountedJourneys(KeyValueStore<Bytes, byte[]> store, List<String> wanted) {
        this.store = store;
        this.dimensions = new DimensionLists(store, wanted);
        countBy(wanted);
        try (KeyValueIterator<Bytes, byte[]> rows =
                store.range(Bytes.wrap(new byte[] {WAITING}), Bytes.wrap(new byte[] {WAITING + 1}))) {
            rows.forEachRemaining(row -> waiting.add(name(row.key)));
        }
    }

    /** Journeys are to be counted by these dimensions from now on, also those that were counted by others. */
    void countBy(List<String> wanted) {
        dimensions.want(wanted);
        recountFrom = dimensions.areAllCounted() ? null : Bytes.wrap(new byte[] {COUNTED});
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
        return row == null ? null : journey(row);
    }

    private KnownJourney journey(byte[] row) {
        return new KnownJourney(
                Byte.toUnsignedInt(row[1]),
                row[0] == EVER_MATURED,
                encoding.decode(Arrays.copyOfRange(row, HEADER, row.length)));
    }

    /** It is to be counted so from now on. */
    void await(Bytes id, Optional<KnownJourney> before, Journey published) {
        waiting.add(id);
        KnownJourney journey = KnownJourney.of(before, published, dimensions.wanted());
        byte[] record = encoding.encode(journey.journey());
        store.put(
                key(WAITING, id),
                ByteBuffer.allocate(HEADER + record.length)
                        .put(journey.everMatured() ? EVER_MATURED : 0)
                        .put((byte) journey.dimensions())
                        .put(record)
                        .array());
    }

    /** How much there is to do: journeys that wait, and 1 if others are to be counted by other dimensions. */
    int waiting() {
        return waiting.size() + (recountFrom == null ? 0 : 1);
    }

    /**
     * Counts the journey that has waited longest, or else some that are counted by other dimensions than those wanted.
     *
     * @param change what was counted until now is taken away from, what counts from now on added
     * @return false if there is nothing to do
     */
    boolean countNext(Health change) {
        if (!waiting.isEmpty()) {
            Bytes id = waiting.iterator().next();
            waiting.remove(id);
            countWaiting(id, change);
            return true;
        }
        return recountFrom != null && recountSome(recountFrom, change);
    }

    private void countWaiting(Bytes id, Health change) {
        byte[] row = store.get(key(WAITING, id));
        if (row == null) {
            throw new IllegalStateException("a journey waits that is not in state: " + id);
        }
        count(id, read(COUNTED, id), row, change);
        Deletion.of(store, key(WAITING, id));
    }

    private void count(Bytes id, @Nullable KnownJourney before, byte[] row, Health change) {
        byte[] wanted = row.clone();
        wanted[1] = (byte) dimensions.wanted();
        KnownJourney now = journey(wanted);
        if (before != null) {
            before.contribution().ifPresent(was -> change.takeAway(was, dimensions.get(before.dimensions())));
        }
        now.contribution().ifPresent(counts -> change.add(counts, dimensions.get(now.dimensions())));
        if (now.everMatured() || now.contribution().isPresent()) {
            store.put(key(COUNTED, id), wanted);
        } else {
            Deletion.of(store, key(COUNTED, id));
        }
    }

    private boolean recountSome(Bytes from, Health change) {
        List<KeyValue<Bytes, byte[]>> some = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> rows = store.range(from, Bytes.wrap(new byte[] {WAITING}))) {
            while (rows.hasNext() && some.size() < RECOUNTED_AT_ONCE) {
                KeyValue<Bytes, byte[]> row = rows.next();
                if (row.key.get()[0] == COUNTED) {
                    some.add(row);
                }
            }
        }
        for (KeyValue<Bytes, byte[]> row : some) {
            KnownJourney known = journey(row.value);
            if (known.dimensions() != dimensions.wanted()) {
                count(name(row.key), known, row.value, change);
            }
        }
        if (some.size() < RECOUNTED_AT_ONCE) {
            dimensions.allAreCounted();
            recountFrom = null;
        } else {
            recountFrom = after(some.get(some.size() - 1).key);
        }
        return true;
    }

    private static Bytes after(Bytes key) {
        return Bytes.wrap(Arrays.copyOf(key.get(), key.get().length + 1));
    }
}
