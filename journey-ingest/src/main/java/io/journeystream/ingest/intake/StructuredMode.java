package io.journeystream.ingest.intake;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A CloudEvent that came in binary mode, headers and body in one, so that nothing of it is lost when it is kept. */
final class StructuredMode {
    private static final JsonMapper MAPPER = new JsonMapper();

    private StructuredMode() {}

    /** @param data JSON, kept as it is written */
    static ByteBuffer ofJson(Map<String, String> attributes, ByteBuffer data) {
        String json = StandardCharsets.UTF_8.decode(data.duplicate()).toString();
        return bytes(envelope(attributes).putRawValue("data", new RawValue(json)));
    }

    /** @param data whatever it is */
    static ByteBuffer ofBytes(Map<String, String> attributes, byte[] data) {
        return bytes(envelope(attributes).put("data_base64", data));
    }

    /** Attributes cannot be named so. */
    private static ObjectNode envelope(Map<String, String> attributes) {
        ObjectNode envelope = MAPPER.createObjectNode();
        attributes.forEach(envelope::put);
        envelope.remove("data");
        envelope.remove("data_base64");
        return envelope;
    }

    private static ByteBuffer bytes(ObjectNode envelope) {
        return ByteBuffer.wrap(envelope.toString().getBytes(StandardCharsets.UTF_8));
    }
}
