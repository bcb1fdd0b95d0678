package io.journeystream.local.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request taken apart.
 *
 * @param path decoded segments; a subject may contain slashes
 * @param query raw, null if there is none
 * @param body missing if there is none
 */
record RestRequest(
        String method, List<String> path, @Nullable String query, JsonNode body) {

    static RestRequest of(HttpExchange exchange) throws IOException {
        return new RestRequest(
                exchange.getRequestMethod(),
                segments(exchange.getRequestURI().getRawPath()),
                exchange.getRequestURI().getRawQuery(),
                Json.read(exchange.getRequestBody()));
    }

    private static List<String> segments(String rawPath) {
        List<String> segments = new ArrayList<>();
        for (String segment : rawPath.split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
            }
        }
        return segments;
    }

    /** Whether the query has the flag set to true. */
    boolean flag(String name) {
        return query != null && List.of(query.split("&")).contains(name + "=true");
    }

    /** Schema text in the body. */
    String schema() {
        String type = body.path("schemaType").asText("AVRO");
        if (!"AVRO".equals(type)) {
            throw RestError.invalidSchema("this registry takes AVRO only, not " + type);
        }
        if (!body.path("references").isEmpty()) {
            throw RestError.invalidSchema("this registry knows no references; give the whole schema");
        }
        return required("schema");
    }

    String required(String field) {
        JsonNode value = body.path(field);
        if (!value.isTextual()) {
            throw new RestError(422, 42201, "the body has no text field \"" + field + "\"");
        }
        return value.asText();
    }
}
