package io.journeystream.local.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One {@code ./journey analyze} and the files it wrote. */
record Run(Journey journey, Path out) {
    /** Sums of squares have more digits than a double. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static Run analyze(Path out, String... arguments) {
        List<String> all = new ArrayList<>(List.of("analyze", "--out", out.toString()));
        all.addAll(List.of(arguments));
        return new Run(Journey.run(all.toArray(String[]::new)), out);
    }

    JsonNode summary() {
        return json(read("summary.json"));
    }

    List<JsonNode> journeys() {
        return read("journeys.ndjson").lines().map(Run::json).toList();
    }

    List<JsonNode> rejects() {
        return read("rejects.ndjson").lines().map(Run::json).toList();
    }

    List<JsonNode> conflicts() {
        return lines("conflicts.ndjson");
    }

    /** The objects of a file, a line each. */
    List<JsonNode> lines(String name) {
        return read(name).lines().map(Run::json).toList();
    }

    private String read(String file) {
        try {
            return Files.readString(out.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(journey.toString(), e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
