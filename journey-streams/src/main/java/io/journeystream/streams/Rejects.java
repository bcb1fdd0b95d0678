package io.journeystream.streams;

import io.journeystream.events.Digests;
import io.journeystream.events.Event;
import io.journeystream.rejects.Reject;
import io.journeystream.rejects.RejectReason;
import io.journeystream.rejects.Stage;
import io.journeystream.streams.clusters.EventHash;
import io.journeystream.streams.intake.Received.Refused;
import io.journeystream.streams.placement.Origin;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Makes the reject of a record that stitching refuses: the record whole, where it lies, and why. */
final class Rejects {
    /** As much as fits into a record of the rejects topic beside everything else. */
    private static final int LARGEST = 1_900_000;

    private Rejects() {}

    static Reject of(Record<byte[], byte[]> record, RecordMetadata place, Refused refused) {
        Event event = refused.event();
        byte @Nullable [] key = record.key();
        return Reject.newBuilder()
                .setReason(refused.reason())
                .setMessage(message(refused, record.value()))
                .setStage(Stage.STREAMS)
                .setRejectedAt(Instant.ofEpochMilli(record.timestamp()))
                .setTopic(place.topic())
                .setPartition(place.partition())
                .setOffset(place.offset())
                .setSource(event == null ? null : event.source())
                .setEventId(event == null ? null : event.eventId())
                .setContentType("application/octet-stream")
                .setKey(key == null ? null : ByteBuffer.wrap(key))
                .setPayload(payload(record.value()))
                .setOmittedBytes(omitted(record.value()))
                .build();
    }

    /**
     * Of an event whose customer was erased nothing is kept but where it lies, and hashes that tell it from others.
     *
     * @param encoded canonical encoding of the event
     * @param origin null if it was kept aside
     * @param now if so, when it is refused, epoch milliseconds
     */
    static Reject erased(Event event, byte[] encoded, @Nullable Origin origin, long now) {
        return Reject.newBuilder()
                .setReason(RejectReason.ERASED)
                .setMessage("its customer was erased: event " + EventHash.hex(event) + ", revision " + event.revision()
                        + ", contents " + Digests.hex20(encoded) + " (hashes); nothing of it is kept")
                .setStage(Stage.STREAMS)
                .setRejectedAt(Instant.ofEpochMilli(origin == null ? now : origin.arrived()))
                .setTopic(origin == null ? null : origin.topic())
                .setPartition(origin == null ? null : origin.partition())
                .setOffset(origin == null ? null : origin.offset())
                .setSource(event.source())
                .setContentType("application/octet-stream")
                .setPayload(ByteBuffer.allocate(0))
                .setOmittedBytes(encoded.length)
                .build();
    }

    private static ByteBuffer payload(byte @Nullable [] value) {
        return value == null ? ByteBuffer.allocate(0) : ByteBuffer.wrap(value, 0, Math.min(value.length, LARGEST));
    }

    private static long omitted(byte @Nullable [] value) {
        return value == null ? 0 : Math.max(0, value.length - LARGEST);
    }

    private static String message(Refused refused, byte @Nullable [] value) {
        return value == null || value.length <= LARGEST
                ? refused.message()
                : refused.message() + "; the payload is cut at " + LARGEST + " bytes";
    }
}
