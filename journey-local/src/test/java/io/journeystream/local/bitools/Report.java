package io.journeystream.local.bitools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The report of a Power BI project, as far as the fields go that it shows and filters by. */
record Report(List<Shown> fields) {
    static final Path OURS = Path.of("..", "bi", "powerbi", "Journeystream.Report", "definition");

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> KINDS = List.of("Column", "Measure", "HierarchyLevel");

    /** A field that a file names. */
    record Shown(String file, String kind, String table, String name) {}

    static Report read(Path definition) throws IOException {
        List<Shown> fields = new ArrayList<>();
        try (Stream<Path> files = Files.walk(definition)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                JsonNode json = MAPPER.readTree(file.toFile());
                collect(definition.relativize(file).toString(), json, aliases(json), fields);
            }
        }
        return new Report(fields);
    }

    /** Filters name their tables once, and then by a letter. */
    private static Map<String, String> aliases(JsonNode json) {
        Map<String, String> aliases = new HashMap<>();
        json.findValues("From")
                .forEach(from -> from.forEach(each -> aliases.put(
                        each.path("Name").asText(), each.path("Entity").asText())));
        return aliases;
    }

    private static void collect(String file, JsonNode json, Map<String, String> aliases, List<Shown> into) {
        for (String kind : KINDS) {
            JsonNode field = json.path(kind);
            if (field.has("Property")) {
                JsonNode source = field.path("Expression").path("SourceRef");
                String table = source.has("Entity")
                        ? source.path("Entity").asText()
                        : aliases.getOrDefault(source.path("Source").asText(), "");
                into.add(new Shown(file, kind, table, field.path("Property").asText()));
            }
        }
        json.forEach(child -> collect(file, child, aliases, into));
    }

    /** Fields that the model does not have. */
    List<String> mistakes(SemanticModel model) {
        return fields.stream()
                .filter(field -> !isIn(model, field))
                .map(field -> field.file() + ": there is no " + field.kind().toLowerCase(Locale.ROOT) + " "
                        + field.table() + "[" + field.name() + "]")
                .toList();
    }

    private static boolean isIn(SemanticModel model, Shown field) {
        if (field.kind().equals("Column")) {
            return model.column(field.table(), field.name()).isPresent();
        }
        return field.kind().equals("Measure")
                && model.tables().containsKey(field.table())
                && model.tables()
                        .get(field.table())
                        .all("measure")
                        .anyMatch(measure -> measure.name().equals(field.name()));
    }
}
