package io.journeystream.serve.bi.star;

import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * What one row is made of.
 *
 * @param record the part of a topic's record that it tells of
 * @param within the row of what that is a part of; null for a whole record
 * @param number its place there, from 1
 * @param origin where the whole record stood
 */
public record Row(IndexedRecord record, @Nullable Row within, int number, Origin origin) {

    /**
     * Where in Kafka a record stood.
     *
     * @param key text
     * @param timestamp when Kafka took it, epoch milliseconds
     */
    public record Origin(String key, int partition, long offset, long timestamp) {}

    /** A whole record. */
    public static Row of(IndexedRecord record, Origin origin) {
        return new Row(record, null, 1, origin);
    }

    /** A part of this one. */
    public Row part(IndexedRecord part, int place) {
        return new Row(part, this, place, origin);
    }

    /** That of which this one is a part. */
    Row outer() {
        if (within == null) {
            throw new IllegalStateException("a whole record is part of nothing");
        }
        return within;
    }

    /** The whole record. */
    IndexedRecord top() {
        Row row = this;
        while (row.within != null) {
            row = row.within;
        }
        return row.record;
    }
}
