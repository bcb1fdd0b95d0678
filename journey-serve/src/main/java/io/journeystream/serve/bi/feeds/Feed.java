package io.journeystream.serve.bi.feeds;

import io.journeystream.serve.bi.star.Row;
import io.journeystream.topics.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What becomes of the records of one topic. */
public interface Feed<V extends SpecificRecord> {
    Topic<String, V> topic();

    Class<V> type();

    /** Whether of several records with one key only the last one counts. */
    default boolean lastCounts() {
        return true;
    }

    /**
     * Adds what a record says.
     *
     * @param value null if the key has ended
     */
    void add(@Nullable V value, Row.Origin origin, StarOutput out);
}
