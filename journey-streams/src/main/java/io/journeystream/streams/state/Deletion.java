package io.journeystream.streams.state;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Deletes rows without asking what was there, which a store's own {@code delete} does, at the price of a look-up. */
public final class Deletion {
    private Deletion() {}

    /** The row is gone then, if there was one. */
    @SuppressWarnings("NullAway") // stores take null for nothing, and say so in words only
    public static void of(KeyValueStore<Bytes, byte[]> store, Bytes key) {
        store.put(key, null);
    }
}
