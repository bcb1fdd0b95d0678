package io.journeystream.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystream.registry.RegistryHttp.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;
import org.apache.avro.Schema;

/**
 * A registry that speaks the Confluent Schema Registry REST API. Asks anew each time; put a {@link CachingRegistry} in
 * front of it for records.
 */
public final class HttpSchemaRegistry implements SchemaRegistry {
    private final RegistryHttp http;

    /** Does not connect yet. */
    public HttpSchemaRegistry(RegistrySettings settings) {
        this.http = new RegistryHttp(settings);
    }

    @Override
    public int register(String subject, Schema schema) {
        Answer answer = http.post("/subjects/" + encode(subject) + "/versions", body(schema));
        return number(answer, "id", "schema for " + subject);
    }

    @Override
    public OptionalInt lookup(String subject, Schema schema) {
        Answer answer = http.post("/subjects/" + encode(subject), body(schema));
        return answer.notFound()
                ? OptionalInt.empty()
                : OptionalInt.of(number(answer, "id", "look-up under " + subject));
    }

    @Override
    public SchemaById schemaById(int id) {
        Answer answer = http.get("/schemas/ids/" + Integer.toUnsignedString(id));
        if (answer.notFound()) {
            return new SchemaById.Unknown();
        }
        String text = required(answer, "schema", "schema " + id).asText();
        return usable(text, answer);
    }

    @Override
    public Optional<RegisteredSchema> latest(String subject) {
        Answer answer = http.get("/subjects/" + encode(subject) + "/versions/latest");
        if (answer.notFound()) {
            return Optional.empty();
        }
        String what = "latest version of " + subject;
        String text = required(answer, "schema", what).asText();
        int version = number(answer, "version", what);
        int id = number(answer, "id", what);
        Schema schema = AvroSchemas.required(usable(text, answer), what);
        return Optional.of(new RegisteredSchema(subject, version, id, schema));
    }

    @Override
    public List<String> subjects() {
        return texts(accepted(http.get("/subjects"), "list of subjects"));
    }

    @Override
    public Compatibility compatibility(String subject, Schema schema) {
        String path = "/compatibility/subjects/" + encode(subject) + "/versions?verbose=true";
        Answer answer = http.post(path, body(schema));
        if (answer.notFound()) {
            return new Compatibility(true, List.of());
        }
        JsonNode verdict = required(answer, "is_compatible", "compatibility check for " + subject);
        return new Compatibility(verdict.asBoolean(), texts(answer.body().path("messages")));
    }

    /** Some registries say where a subject has no level of its own; others must be asked for that of all. */
    @Override
    public Optional<CompatibilityLevel> level(String subject) {
        Answer own = http.get("/config/" + encode(subject) + "?defaultToGlobal=true");
        Answer answer = own.ok() ? own : http.get("/config");
        return answer.ok()
                ? CompatibilityLevel.named(
                        answer.body().path("compatibilityLevel").asText())
                : Optional.empty();
    }

    private static SchemaById usable(String text, Answer answer) {
        JsonNode body = answer.body();
        return AvroSchemas.usable(
                text,
                body.path("schemaType").asText("AVRO"),
                !body.path("references").isEmpty());
    }

    private static int number(Answer answer, String field, String what) {
        JsonNode value = required(answer, field, what);
        if (!value.canConvertToInt() || value.asInt() < 1) {
            throw answer.refusal(what + " (\"" + field + "\" is " + value + " in the answer)");
        }
        return value.asInt();
    }

    private static JsonNode required(Answer answer, String field, String what) {
        JsonNode value = accepted(answer, what).path(field);
        if (value.isMissingNode()) {
            throw answer.refusal(what + " (no \"" + field + "\" in the answer)");
        }
        return value;
    }

    private static JsonNode accepted(Answer answer, String what) {
        if (!answer.ok()) {
            throw answer.refusal(what);
        }
        return answer.body();
    }

    private static ObjectNode body(Schema schema) {
        return JsonNodeFactory.instance.objectNode().put("schema", schema.toString());
    }

    private static List<String> texts(JsonNode array) {
        return new ArrayList<>(StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList());
    }

    private static String encode(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
