package io.journeystream.local.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystream.registry.SchemaRegistry.RegisteredSchema;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import org.apache.avro.Schema;

/** The registry's answers as JSON. */
final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static JsonNode read(InputStream body) throws IOException {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new RestError(400, 400, "the body is no JSON: " + e.getOriginalMessage());
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ObjectNode version(RegisteredSchema version) {
        return object().put("subject", version.subject())
                .put("version", version.version())
                .put("id", version.id())
                .put("schemaType", "AVRO")
                .put("schema", version.schema().toString());
    }

    /** The schema itself, not as text in a field. */
    static JsonNode parsed(Schema schema) {
        try {
            return MAPPER.readTree(schema.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Avro printed a schema that is no JSON", e);
        }
    }

    static ArrayNode uses(Collection<RegisteredSchema> versions) {
        ArrayNode array = MAPPER.createArrayNode();
        versions.forEach(
                version -> array.addObject().put("subject", version.subject()).put("version", version.version()));
        return array;
    }

    static ObjectNode error(int code, String message) {
        return object().put("error_code", code).put("message", message);
    }

    static ArrayNode texts(Collection<String> texts) {
        ArrayNode array = MAPPER.createArrayNode();
        texts.forEach(array::add);
        return array;
    }

    static ArrayNode numbers(Collection<Integer> numbers) {
        ArrayNode array = MAPPER.createArrayNode();
        numbers.forEach(array::add);
        return array;
    }
}
