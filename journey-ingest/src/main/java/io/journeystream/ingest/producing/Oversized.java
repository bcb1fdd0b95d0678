package io.journeystream.ingest.producing;

import io.journeystream.events.Event;
import io.journeystream.ingest.events.EventJson;
import io.journeystream.rejects.Reject;
import io.journeystream.rejects.RejectReason;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What stands in for a record that is larger than the broker takes. */
record Oversized(Clock clock) {
    private static final int SHOWN = 64 * 1024;
    private static final int KEY = 1024;

    /** A reject with the beginning of the event, as much as surely fits. */
    Reject event(Event event, ProducerRecord<byte[], byte[]> record, Exception cause) {
        byte[] json = EventJson.bytes(event);
        String message = "the event is larger than Kafka takes: " + cause.getMessage()
                + "; the payload holds the first " + Math.min(SHOWN, json.length) + " of " + json.length + " bytes";
        return Rejects.atIngest(RejectReason.TOO_LARGE, message, clock.instant())
                .setTopic(record.topic())
                .setSource(shortened(event.source()))
                .setEventId(shortened(event.eventId()))
                .setContentType(Rejects.JSON)
                .setKey(ByteBuffer.wrap(shortened(record.key(), KEY)))
                .setPayload(ByteBuffer.wrap(shortened(json, SHOWN)))
                .setOmittedBytes(Math.max(0, json.length - SHOWN))
                .build();
    }

    /** The same reject with the beginning of its payload; empty if it is that short already. */
    Optional<Reject> cutShort(Reject reject) {
        byte[] payload = bytes(reject.getPayload());
        if (payload.length <= SHOWN) {
            return Optional.empty();
        }
        String message = shortened(reject.getMessage()) + "; the payload holds the first " + SHOWN + " of "
                + payload.length + " bytes, for the whole is larger than Kafka takes";
        return Optional.of(Reject.newBuilder(reject)
                .setMessage(message)
                .setPayload(ByteBuffer.wrap(shortened(payload, SHOWN)))
                .setOmittedBytes(reject.getOmittedBytes() + payload.length - SHOWN)
                .build());
    }

    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static byte[] shortened(byte[] bytes, int length) {
        return bytes.length <= length ? bytes : Arrays.copyOf(bytes, length);
    }

    /** Cut between characters, not inside one. */
    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= KEY ? text : text.substring(0, text.offsetByCodePoints(0, KEY));
    }
}
