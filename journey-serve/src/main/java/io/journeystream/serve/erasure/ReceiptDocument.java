package io.journeystream.serve.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystream.events.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A receipt as JSON that ends with a digest of all before it, so that a change of it shows. */
public final class ReceiptDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DIGEST = "digest";
    private static final long FOR_EVER = -1;

    private ReceiptDocument() {}

    /** The document, in UTF-8, to be kept as it is. */
    public static byte[] write(Receipt receipt) {
        ObjectNode json = json(receipt);
        json.put(DIGEST, digest(json));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers is always JSON", e);
        }
    }

    /**
     * Reads a document.
     *
     * @throws IllegalArgumentException if it is no receipt, or not as it was written; its message says why, without a subject
     */
    public static Receipt read(byte[] document) {
        try {
            if (!(JSON.readTree(document) instanceof ObjectNode json)) {
                throw new IllegalArgumentException("is no receipt: it should be a JSON object");
            }
            JsonNode digest = json.remove(DIGEST);
            if (digest == null || !digest.asText().equals(digest(json))) {
                throw new IllegalArgumentException("is not as it was written: its digest does not fit its content");
            }
            return receipt(json);
        } catch (IOException | DateTimeException e) {
            throw new IllegalArgumentException("is no receipt: " + e.getMessage(), e);
        }
    }

    private static String digest(ObjectNode json) {
        return HexFormat.of().formatHex(Digests.sha256(json.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static ObjectNode json(Receipt receipt) {
        ObjectNode json = JSON.createObjectNode();
        json.put("format", 1);
        json.put("commandId", receipt.commandId());
        json.put("by", receipt.by());
        json.put("reason", receipt.reason());
        json.put("erasedUntil", receipt.until().toString());
        json.put("written", receipt.written().toString());
        json.putObject("deleted")
                .put("events", receipt.done().events())
                .put("journeys", receipt.done().journeys())
                .put("identifiers", receipt.names().hashes().size())
                .put("partition", receipt.done().partition());
        json.put("salt", receipt.names().salt());
        ArrayNode names = json.putArray("identifiers");
        new TreeSet<>(receipt.names().hashes()).forEach(names::add);
        ArrayNode topics = json.putArray("topics");
        receipt.topics().forEach(care -> topics.add(json(care)));
        return json;
    }

    private static ObjectNode json(TopicCare care) {
        Duration retention = care.retention();
        return JSON.createObjectNode()
                .put("topic", care.topic())
                .put("compacted", care.compacted())
                .put("retentionMillis", retention == null ? FOR_EVER : retention.toMillis())
                .put("segmentMillis", care.segment().toMillis());
    }

    private static Receipt receipt(ObjectNode json) {
        if (json.path("format").asInt() != 1) {
            throw new IllegalArgumentException("is no receipt that this release knows: its format is not 1");
        }
        JsonNode done = json.path("deleted");
        Set<String> names = new TreeSet<>();
        json.path("identifiers").forEach(name -> names.add(name.asText()));
        List<TopicCare> topics = new ArrayList<>();
        json.path("topics").forEach(topic -> topics.add(care(topic)));
        return new Receipt(
                json.path("commandId").asText(),
                json.path("by").asText(),
                json.path("reason").asText(),
                Instant.parse(json.path("erasedUntil").asText()),
                Instant.parse(json.path("written").asText()),
                new ErasedNames(json.path("salt").asText(), names),
                new Receipt.Done(
                        done.path("events").asLong(),
                        done.path("journeys").asLong(),
                        done.path("partition").asInt()),
                topics);
    }

    private static TopicCare care(JsonNode topic) {
        long retention = topic.path("retentionMillis").asLong();
        return new TopicCare(
                topic.path("topic").asText(),
                topic.path("compacted").asBoolean(),
                retention == FOR_EVER ? null : Duration.ofMillis(retention),
                Duration.ofMillis(topic.path("segmentMillis").asLong()));
    }
}
