package io.journeystream.schemas;

import static org.apache.avro.SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;

/**
 * A topic's schema and all versions of it that were ever released, oldest first, from {@code schemas/versions/<topic>}.
 */
record SchemaHistory(String topic, Schema current, List<Schema> released) {
    static final Path FOLDER = Path.of("..", "schemas");

    /** Of all topics. */
    static List<SchemaHistory> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".avsc"))
                    .sorted()
                    .map(name -> of(name.substring(0, name.length() - ".avsc".length())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SchemaHistory of(String topic) {
        Path versions = FOLDER.resolve("versions").resolve(topic);
        List<Schema> released = IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> versions.resolve(n + ".avsc"))
                .takeWhile(Files::exists)
                .map(SchemaHistory::parse)
                .toList();
        return new SchemaHistory(topic, parse(FOLDER.resolve(topic + ".avsc")), released);
    }

    private static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What keeps it from being released as it is; empty if nothing does. */
    List<String> objections() {
        List<String> objections = new ArrayList<>();
        int newest = released.size();
        if (newest == 0 || !released.get(newest - 1).toString().equals(current.toString())) {
            objections.add(
                    "%1$s is not what was released last. A new version is released by: cp schemas/%1$s.avsc schemas/versions/%1$s/%2$d.avsc"
                            .formatted(topic, newest + 1));
        }
        for (int older = 0; older < newest; older++) {
            for (int newer = older + 1; newer < newest; newer++) {
                objections.addAll(unreadable("version " + (newer + 1), released.get(newer), older));
            }
            objections.addAll(unreadable("the current version", current, older));
        }
        return objections;
    }

    private List<String> unreadable(String name, Schema reader, int older) {
        SchemaPairCompatibility result =
                SchemaCompatibility.checkReaderWriterCompatibility(reader, released.get(older));
        if (result.getType() == COMPATIBLE) {
            return List.of();
        }
        return result.getResult().getIncompatibilities().stream()
                .map(problem -> "%s: %s cannot read version %d: %s at %s"
                        .formatted(topic, name, older + 1, problem.getMessage(), problem.getLocation()))
                .toList();
    }
}
