package io.journeystream.local.bitools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The project for Power BI, broken in one place. */
final class ProjectCopy {
    static final Path PROJECT = Path.of("..", "bi", "powerbi");

    private ProjectCopy() {}

    /** A copy below the directory in one file of which the right word is wrong. */
    static Path with(Path directory, String file, String right, String wrong) throws IOException {
        Path copy = directory.resolve("powerbi");
        try (Stream<Path> files = Files.walk(PROJECT)) {
            for (Path each : files.sorted().toList()) {
                Files.copy(each, copy.resolve(PROJECT.relativize(each).toString()));
            }
        }
        String text = Files.readString(copy.resolve(file));
        assertThat(text).contains(right);
        Files.writeString(copy.resolve(file), text.replace(right, wrong));
        return copy;
    }
}
