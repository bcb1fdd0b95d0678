package io.journeystream.local.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystream.events.Digests;
import io.journeystream.local.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A receipt as a file: JSON that ends with a digest of all before it, so that a change of it shows. */
public final class ReceiptFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DIGEST = "digest";
    private static final long FOR_EVER = -1;

    private ReceiptFile() {}

    /**
     * Writes a receipt; never over another file.
     *
     * @throws Failure if it cannot be written
     */
    public static void write(Path file, Receipt receipt) {
        ObjectNode json = json(receipt);
        json.put(DIGEST, digest(json));
        try {
            byte[] text = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
            Files.write(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new Failure(
                    "the receipt cannot be written to " + file + " (" + e
                            + "): erased it is; say the same again with --id " + receipt.commandId()
                            + " and another --receipt",
                    e);
        }
    }

    /**
     * Reads a receipt.
     *
     * @throws Failure if there is none, or it is not as it was written
     */
    public static Receipt read(Path file) {
        try {
            if (!(JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode json)) {
                throw new Failure(file + " is no receipt: it should be a JSON object");
            }
            JsonNode digest = json.remove(DIGEST);
            if (digest == null || !digest.asText().equals(digest(json))) {
                throw new Failure(file + " is not as it was written: its digest does not fit its content");
            }
            return receipt(json);
        } catch (JsonProcessingException | IllegalArgumentException | java.time.DateTimeException e) {
            throw new Failure(file + " is no receipt: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new Failure(file + " cannot be read: " + e, e);
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
            throw new IllegalArgumentException("its format is not 1: this release does not know it");
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
