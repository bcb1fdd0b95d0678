package io.journeystream.serve.bi.topics;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Which record is the last of its key, for all keys of a topic in 40 to 80 bytes each. Keys are told apart by half of a
 * SHA-256. For one thread.
 */
final class LastOffsets {
    private static final byte[] NO_KEY = {};
    private static final int FIRST_CAPACITY = 1 << 12;
    private static final int OFFSET_BITS = 48;
    /** Of a key that has ended. */
    private static final long ENDED = -1;
    /** Of a slot that no key has. */
    private static final long FREE = -2;

    /** Of a slot, and of one that has yet to become two. */
    private static final long SLOT_BYTES = 3 * Long.BYTES;

    private final MessageDigest digest = sha256();
    private final long mostBytes;
    private long[] first = new long[FIRST_CAPACITY];
    private long[] second = new long[FIRST_CAPACITY];
    private long[] places = free(FIRST_CAPACITY);
    private int keys;
    private int standing;

    /** @param mostBytes of memory that may be used */
    LastOffsets(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static long[] free(int capacity) {
        long[] places = new long[capacity];
        java.util.Arrays.fill(places, FREE);
        return places;
    }

    /**
     * One more record, later than all of its key before.
     *
     * @throws BeyondMeans if there are too many keys
     */
    void add(ConsumerRecord<byte[], byte[]> record) {
        ByteBuffer hash = hash(record);
        int slot = slot(hash.getLong(0), hash.getLong(Long.BYTES));
        if (places[slot] == FREE) {
            first[slot] = hash.getLong(0);
            second[slot] = hash.getLong(Long.BYTES);
            keys++;
        } else if (places[slot] != ENDED) {
            standing--;
        }
        places[slot] = record.value() == null ? ENDED : place(record);
        standing += record.value() == null ? 0 : 1;
        if (keys > places.length * 3L / 5) {
            grow();
        }
    }

    /** Whether it is the last of its key, and the key has not ended. */
    boolean has(ConsumerRecord<byte[], byte[]> record) {
        ByteBuffer hash = hash(record);
        return places[slot(hash.getLong(0), hash.getLong(Long.BYTES))] == place(record);
    }

    /** How many keys have not ended. */
    int standing() {
        return standing;
    }

    private ByteBuffer hash(ConsumerRecord<byte[], byte[]> record) {
        return ByteBuffer.wrap(digest.digest(record.key() == null ? NO_KEY : record.key()));
    }

    private static long place(ConsumerRecord<byte[], byte[]> record) {
        return (long) record.partition() << OFFSET_BITS | record.offset();
    }

    /** Where the key is, or would be. */
    private int slot(long one, long two) {
        int slot = (int) one & (places.length - 1);
        while (places[slot] != FREE && (first[slot] != one || second[slot] != two)) {
            slot = (slot + 1) & (places.length - 1);
        }
        return slot;
    }

    private void grow() {
        long needed = 3 * SLOT_BYTES * places.length;
        if (needed > mostBytes) {
            throw new BeyondMeans("to know the last records of " + keys + " keys, " + (needed >> 20)
                    + " MB of memory are needed, and there are " + (mostBytes >> 20));
        }
        long[] ones = first;
        long[] twos = second;
        long[] old = places;
        first = new long[old.length * 2];
        second = new long[old.length * 2];
        places = free(old.length * 2);
        for (int each = 0; each < old.length; each++) {
            if (old[each] != FREE) {
                int slot = slot(ones[each], twos[each]);
                first[slot] = ones[each];
                second[slot] = twos[each];
                places[slot] = old[each];
            }
        }
    }
}
