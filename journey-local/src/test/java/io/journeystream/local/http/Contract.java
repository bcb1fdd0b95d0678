package io.journeystream.local.http;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.journeystream.local.http.Caller.Answer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The OpenAPI document of a server, and where answers do not keep to it. */
public final class Contract {
    /** Headers that tell clients something; others are those of HTTP itself. */
    private static final Set<String> TELLING =
            Set.of("Retry-After", "WWW-Authenticate", "Allow", "Accept-Post", "Accept-Encoding");

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode document;

    public Contract(String yaml) {
        document = new YAMLMapper().readTree(yaml);
    }

    /** One kind of answer. */
    public record Documented(String method, String path, int status, String type) {}

    public String version() {
        return document.path("openapi").asString("");
    }

    public Set<Documented> answers() {
        Set<Documented> all = new LinkedHashSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operation
                                .getValue()
                                .path("responses")
                                .propertyNames()
                                .forEach(status -> all.addAll(answers(path.getKey(), operation.getKey(), status)))));
        return all;
    }

    private List<Documented> answers(String path, String method, String status) {
        return response(path, method, status).path("content").propertyNames().stream()
                .map(type -> new Documented(method, path, Integer.parseInt(status), type))
                .toList();
    }

    private JsonNode response(String path, String method, String status) {
        return resolved(
                document.path("paths").path(path).path(method).path("responses").path(status));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString("").substring(1)) : node;
    }

    /** Media types of bodies that may be posted there. */
    public Set<String> requests(String path) {
        return new TreeSet<>(requestBody(path).propertyNames());
    }

    private JsonNode requestBody(String path) {
        return document.path("paths")
                .path(path)
                .path("post")
                .path("requestBody")
                .path("content");
    }

    /** What is wrong with a body that is to be sent, if the document is right. */
    public List<String> breaches(String path, String type, String body) {
        return breaches(requestBody(path).path(type).path("schema"), body);
    }

    /** What is wrong with an answer, if the document is right. */
    public List<String> breaches(Documented expected, Answer answer) {
        List<String> breaches = new ArrayList<>();
        JsonNode response = response(expected.path(), expected.method(), Integer.toString(expected.status()));
        String type = answer.type().split(";", 2)[0];
        if (answer.status() != expected.status() || !type.equals(expected.type())) {
            breaches.add("is " + answer.status() + " " + type + ": " + answer.text());
        }
        JsonNode schema = response.path("content").path(expected.type()).path("schema");
        if (schema.isMissingNode()) {
            breaches.add("is not documented");
        } else if (type.endsWith("json")) {
            breaches.addAll(breaches(schema, answer.text()));
        }
        breaches.addAll(headers(response.path("headers"), answer));
        return breaches;
    }

    private List<String> headers(JsonNode documented, Answer answer) {
        List<String> breaches = new ArrayList<>();
        for (String name : TELLING) {
            String value = answer.header(name);
            JsonNode header = documented.path(name);
            if (!value.isEmpty() && header.isMissingNode()) {
                breaches.add(name + " is not documented");
            } else if (value.isEmpty() && header.path("required").asBoolean(false)) {
                breaches.add(name + " is missing");
            } else if (!value.isEmpty()) {
                boolean isNumber =
                        header.path("schema").path("type").asString("").equals("integer");
                breaches.addAll(
                        breaches(header.path("schema"), isNumber ? value : '"' + value.replace("\"", "") + '"'));
            }
        }
        Map<String, List<String>> all = answer.headers().map();
        if (all.containsKey("server")) {
            breaches.add("the server names its software");
        }
        return breaches;
    }

    /** References lead into the components, which the schema is given therefore. */
    private List<String> breaches(JsonNode schema, String json) {
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        whole.set("components", document.path("components"));
        return SCHEMAS.getSchema(whole).validate(json, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }
}
