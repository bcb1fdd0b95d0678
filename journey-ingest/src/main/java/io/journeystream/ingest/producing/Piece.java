package io.journeystream.ingest.producing;

import io.journeystream.events.Event;
import io.journeystream.rejects.Reject;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** One record of a request, ready to be sent: an event or a reject. */
public final class Piece {
    private static final int OVERHEAD = 96;

    private final ProducerRecord<byte[], byte[]> record;
    private final @Nullable Event event;
    private final @Nullable Reject reject;

    private Piece(ProducerRecord<byte[], byte[]> record, @Nullable Event event, @Nullable Reject reject) {
        this.record = record;
        this.event = event;
        this.reject = reject;
    }

    static Piece of(Event event, ProducerRecord<byte[], byte[]> record) {
        return new Piece(record, event, null);
    }

    static Piece of(Reject reject, ProducerRecord<byte[], byte[]> record) {
        return new Piece(record, null, reject);
    }

    ProducerRecord<byte[], byte[]> record() {
        return record;
    }

    /** Null if it is a reject. */
    @Nullable
    Event event() {
        return event;
    }

    /** The topic it goes to. */
    public String topic() {
        return record.topic();
    }

    /** Null if it is an event; also where an event was too large to be one. */
    public @Nullable Reject reject() {
        return reject;
    }

    /** What it takes of memory until it is acknowledged, in bytes. */
    long bytes() {
        byte[] key = record.key();
        return record.value().length + (key == null ? 0 : key.length) + (long) OVERHEAD;
    }
}
