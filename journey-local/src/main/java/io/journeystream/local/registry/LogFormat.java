package io.journeystream.local.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystream.registry.AvroSchemas;
import io.journeystream.registry.CompatibilityLevel;
import io.journeystream.registry.SchemaRegistry.RegisteredSchema;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keys and values on {@code _schemas}, as the Confluent registry writes them, which could take the topic over. */
final class LogFormat {
    private static final Logger LOG = LoggerFactory.getLogger(LogFormat.class);
    private static final JsonMapper JSON = new JsonMapper();

    private LogFormat() {}

    static String key(RegisteredSchema version) {
        return schemaKey(version).toString();
    }

    private static ObjectNode schemaKey(RegisteredSchema version) {
        return JSON.createObjectNode()
                .put("keytype", "SCHEMA")
                .put("subject", version.subject())
                .put("version", version.version())
                .put("magic", 1);
    }

    static String value(RegisteredSchema version) {
        return JSON.createObjectNode()
                .put("subject", version.subject())
                .put("version", version.version())
                .put("id", version.id())
                .put("schema", version.schema().toString())
                .put("deleted", false)
                .toString();
    }

    static String levelKey(@Nullable String subject) {
        return JSON.createObjectNode()
                .put("keytype", "CONFIG")
                .put("subject", subject)
                .put("magic", 0)
                .toString();
    }

    static String levelValue(CompatibilityLevel level) {
        return JSON.createObjectNode().put("compatibilityLevel", level.name()).toString();
    }

    /** Lets the catalog know what the record says; a record that makes no sense is skipped with a warning. */
    static void apply(ConsumerRecord<String, String> record, SchemaCatalog catalog) {
        try {
            JsonNode key = JSON.readTree(record.key());
            JsonNode value = record.value() == null ? JSON.nullNode() : JSON.readTree(record.value());
            switch (key.path("keytype").asText()) {
                case "SCHEMA" -> applySchema(key, value, catalog);
                case "CONFIG" -> applyLevel(key, value, catalog);
                default -> LOG.debug("{} means nothing here", key);
            }
        } catch (JsonProcessingException | AvroRuntimeException | IllegalArgumentException e) {
            LOG.warn("skipping offset {} of {}: {}", record.offset(), record.topic(), e.toString());
        }
    }

    private static void applySchema(JsonNode key, JsonNode value, SchemaCatalog catalog) {
        String subject = key.path("subject").asText();
        int version = key.path("version").asInt();
        if (!value.isNull()) {
            catalog.add(new RegisteredSchema(
                    subject,
                    version,
                    value.path("id").asInt(),
                    AvroSchemas.parse(value.path("schema").asText())));
        }
        if (value.isNull() || value.path("deleted").asBoolean()) {
            catalog.remove(subject, version);
        }
    }

    private static void applyLevel(JsonNode key, JsonNode value, SchemaCatalog catalog) {
        JsonNode subject = key.path("subject");
        if (!value.isNull()) {
            catalog.level(
                    subject.isNull() ? null : subject.asText(),
                    CompatibilityLevel.valueOf(value.path("compatibilityLevel").asText()));
        }
    }
}
