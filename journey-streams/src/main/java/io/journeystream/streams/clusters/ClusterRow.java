package io.journeystream.streams.clusters;

import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/**
 * A row of a cluster's state, as it is handed over to another.
 *
 * @param key its key without the root
 */
public record ClusterRow(Bytes key, Bytes value) {

    /** Which kind of row. */
    byte tag() {
        return key.get()[0];
    }

    /** What it is about, in the bytes of its kind. */
    byte[] about() {
        return Arrays.copyOfRange(key.get(), 1, key.get().length);
    }

    /** Bytes it takes on the way, nearly. */
    public int size() {
        return key.get().length + value.get().length + 16;
    }
}
