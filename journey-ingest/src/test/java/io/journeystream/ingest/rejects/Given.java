package io.journeystream.ingest.rejects;

import io.journeystream.rejects.Reject;
import io.journeystream.rejects.RejectReason;
import io.journeystream.rejects.Stage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Rejects as they come from files, from HTTP and from topics. */
final class Given {
    static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private Given() {}

    static Reject.Builder reject(RejectReason reason, String contentType, String payload) {
        return Reject.newBuilder()
                .setReason(reason)
                .setMessage("because")
                .setStage(Stage.INGEST)
                .setRejectedAt(NOW)
                .setContentType(contentType)
                .setPayload(ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8)));
    }

    static Reject.Builder row(String row) {
        return reject(RejectReason.MAPPING_FAILED, "text/csv", row)
                .setFile("calls.csv")
                .setLine(7L)
                .setHeader("id;who;at")
                .setDelimiter(";");
    }

    static Reject.Builder record(RejectReason reason, String topic, byte[] value) {
        return reject(reason, "application/octet-stream", "")
                .setStage(Stage.STREAMS)
                .setTopic(topic)
                .setPartition(2)
                .setOffset(40L)
                .setPayload(ByteBuffer.wrap(value));
    }

    static String event(String id, String occurredAt) {
        return "{\"type\":\"operational\",\"source\":\"s\",\"eventId\":\"" + id + "\",\"occurredAt\":\"" + occurredAt
                + "\",\"identifiers\":[{\"type\":\"account\",\"value\":\"ada\"}],\"operation\":\"OTHER\"}";
    }

    static StoredReject stored(Reject.Builder reject) {
        return new StoredReject(new Address(0, 1), reject.build());
    }
}
