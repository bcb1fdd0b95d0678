package io.journeystream.local.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystream.registry.SchemaRegistry.RegisteredSchema;
import java.util.List;

/** Which request is which action: the part of the Confluent registry's REST API that clients of Avro topics use. */
final class RegistryRoutes {
    private final RegistryService registry;

    RegistryRoutes(RegistryService registry) {
        this.registry = registry;
    }

    JsonNode answer(RestRequest request) {
        List<String> path = request.path();
        return switch (path.isEmpty() ? "" : path.get(0)) {
            case "" -> Json.object();
            case "subjects" -> subjects(request, path);
            case "schemas" -> schemas(request, path);
            case "compatibility" -> compatibility(request, path);
            case "config" -> config(request, path);
            case "mode" -> Json.object().put("mode", "READWRITE");
            default -> throw unknown(request);
        };
    }

    private JsonNode subjects(RestRequest request, List<String> path) {
        return switch (request.method() + path.size()) {
            case "GET1" -> Json.texts(registry.subjects());
            case "POST2" -> Json.version(registry.lookup(path.get(1), request.schema()));
            case "GET3" -> versionNumbers(path.get(1));
            case "POST3" -> Json.version(registry.register(path.get(1), request.schema()));
            case "GET4" -> Json.version(registry.version(path.get(1), path.get(3)));
            case "GET5" ->
                Json.parsed(registry.version(path.get(1), path.get(3)).schema());
            default -> throw unknown(request);
        };
    }

    private JsonNode versionNumbers(String subject) {
        return Json.numbers(registry.versions(subject).stream()
                .map(RegisteredSchema::version)
                .toList());
    }

    private JsonNode schemas(RestRequest request, List<String> path) {
        if (!"GET".equals(request.method()) || path.size() < 2) {
            throw unknown(request);
        }
        if (path.size() == 2 && "types".equals(path.get(1))) {
            return Json.texts(List.of("AVRO"));
        }
        if (path.size() < 3 || !"ids".equals(path.get(1))) {
            throw unknown(request);
        }
        return byId(request, id(path.get(2)), path.size() == 3 ? "" : path.get(3));
    }

    private JsonNode byId(RestRequest request, int id, String part) {
        return switch (part) {
            case "" ->
                Json.object()
                        .put("schemaType", "AVRO")
                        .put("schema", registry.schema(id).toString());
            case "schema" -> Json.parsed(registry.schema(id));
            case "subjects" ->
                Json.texts(registry.usesOf(id).stream()
                        .map(RegisteredSchema::subject)
                        .distinct()
                        .toList());
            case "versions" -> Json.uses(registry.usesOf(id));
            default -> throw unknown(request);
        };
    }

    private static int id(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw RestError.schemaNotFound();
        }
    }

    private JsonNode compatibility(RestRequest request, List<String> path) {
        if (!"POST".equals(request.method()) || path.size() < 4) {
            throw unknown(request);
        }
        String subject = path.get(2);
        List<String> problems = path.size() == 4
                ? registry.problems(subject, request.schema())
                : registry.problems(subject, path.get(4), request.schema());
        var verdict = Json.object().put("is_compatible", problems.isEmpty());
        if (request.flag("verbose")) {
            verdict.set("messages", Json.texts(problems));
        }
        return verdict;
    }

    private JsonNode config(RestRequest request, List<String> path) {
        String subject = path.size() == 2 ? path.get(1) : null;
        return switch (request.method()) {
            case "GET" ->
                Json.object()
                        .put(
                                "compatibilityLevel",
                                (subject == null
                                                ? registry.globalLevel()
                                                : registry.level(subject, request.flag("defaultToGlobal")))
                                        .name());
            case "PUT" -> {
                String level = request.required("compatibility");
                registry.setLevel(subject, level);
                yield Json.object().put("compatibility", level);
            }
            default -> throw unknown(request);
        };
    }

    private static RestError unknown(RestRequest request) {
        return new RestError(
                404, 404, "this registry has no " + request.method() + " /" + String.join("/", request.path()));
    }
}
