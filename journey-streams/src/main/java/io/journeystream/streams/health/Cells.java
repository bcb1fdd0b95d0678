package io.journeystream.streams.health;

import io.journeystream.streams.state.Deletion;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What each cell and edge counts, and which of them are to be published. These are known in memory; state says of which
 * cohorts some are, which costs far less than to say it of each, so after a restart all of such a cohort are published.
 * Those that count nothing any more state names by themselves.
 */
final class Cells {
    private static final byte SUMS = 1;
    private static final byte ENDED = 2;
    private static final byte COHORT = 3;
    private static final Bytes TOLD_AGAIN = Bytes.wrap(new byte[] {4});
    private static final byte[] PRESENT = {1};
    private static final int TOLD_AT_ONCE = 200;

    private final KeyValueStore<Bytes, byte[]> store;
    private final Set<Bytes> changed = new LinkedHashSet<>();
    private final Set<Bytes> ended = new HashSet<>();
    private final Map<Bytes, Integer> changedOfCohort = new HashMap<>();
    private byte @Nullable [] toldAgainFrom;

    Cells(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        this.toldAgainFrom = store.get(TOLD_AGAIN);
        names(ENDED).forEach(name -> {
            ended.add(name);
            remember(name);
        });
        for (Bytes cohort : names(COHORT)) {
            rows(
                            key(SUMS, cohort.get()),
                            key -> CellName.isOf(cohort.get(), name(key).get()),
                            Integer.MAX_VALUE)
                    .forEach(key -> remember(name(key)));
        }
    }

    private List<Bytes> names(byte tag) {
        return rows(Bytes.wrap(new byte[] {tag}), key -> key.get()[0] == tag, Integer.MAX_VALUE).stream()
                .map(Cells::name)
                .toList();
    }

    /** Keys from one on, as long as they are some, and at most so many. */
    private List<Bytes> rows(Bytes from, Predicate<Bytes> are, int most) {
        List<Bytes> keys = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> rows = store.range(from, Bytes.wrap(new byte[] {COHORT + 1}))) {
            while (keys.size() < most && rows.hasNext()) {
                Bytes key = rows.next().key;
                if (!are.test(key)) {
                    return keys;
                }
                keys.add(key);
            }
        }
        return keys;
    }

    private static Bytes key(byte tag, byte[] name) {
        return Bytes.wrap(
                ByteBuffer.allocate(1 + name.length).put(tag).put(name).array());
    }

    private static Bytes name(Bytes key) {
        return Bytes.wrap(Arrays.copyOfRange(key.get(), 1, key.get().length));
    }

    /** Null if it counts nothing. */
    byte @Nullable [] get(byte[] name) {
        return store.get(key(SUMS, name));
    }

    /** @param sums null if it counts nothing now */
    void put(byte[] name, byte @Nullable [] sums) {
        Bytes which = Bytes.wrap(name);
        if (sums == null) {
            Deletion.of(store, key(SUMS, name));
            if (ended.add(which)) {
                store.put(key(ENDED, name), PRESENT);
            }
        } else {
            store.put(key(SUMS, name), sums);
        }
        mark(which);
    }

    private void mark(Bytes name) {
        if (remember(name) == 1) {
            store.put(key(COHORT, CellName.cohort(name.get())), PRESENT);
        }
    }

    /** @return how many of its cohort there are now; 0 if it was known */
    private int remember(Bytes name) {
        return changed.add(name) ? changedOfCohort.merge(Bytes.wrap(CellName.cohort(name.get())), 1, Integer::sum) : 0;
    }

    /** All are to be published again. */
    void tellAllAgain() {
        tellAgainFrom(new byte[] {SUMS});
    }

    private void tellAgainFrom(byte[] from) {
        toldAgainFrom = from;
        store.put(TOLD_AGAIN, from);
    }

    /** Marks some of those that are to be published again; false if there are none, or no more. */
    boolean markSome() {
        byte[] from = toldAgainFrom;
        if (from == null) {
            return false;
        }
        List<Bytes> some = rows(Bytes.wrap(from), key -> key.get()[0] == SUMS, TOLD_AT_ONCE);
        some.forEach(key -> mark(name(key)));
        if (some.size() < TOLD_AT_ONCE) {
            toldAgainFrom = null;
            Deletion.of(store, TOLD_AGAIN);
        } else {
            byte[] last = some.get(some.size() - 1).get();
            tellAgainFrom(Arrays.copyOf(last, last.length + 1));
        }
        return true;
    }

    /** How much there is to do: those to be published, and 1 if more are to be marked. */
    int toDo() {
        return changed.size() + (toldAgainFrom == null ? 0 : 1);
    }

    /** How many are to be published. */
    int changed() {
        return changed.size();
    }

    /** Takes the one that was changed first; there must be one. */
    byte[] takeChanged() {
        Bytes name = changed.iterator().next();
        changed.remove(name);
        if (ended.remove(name)) {
            Deletion.of(store, key(ENDED, name.get()));
        }
        Bytes cohort = Bytes.wrap(CellName.cohort(name.get()));
        if (changedOfCohort.merge(cohort, -1, Integer::sum) == 0) {
            changedOfCohort.remove(cohort);
            Deletion.of(store, key(COHORT, cohort.get()));
        }
        return name.get();
    }
}
