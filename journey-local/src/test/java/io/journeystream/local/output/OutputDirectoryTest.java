package io.journeystream.local.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystream.local.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputDirectoryTest {
    private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path directory;

    @Test
    void files_appear_together_when_they_are_published() {
        try (OutputDirectory out = OutputDirectory.prepare(directory.resolve("a/b"))) {
            out.write("one", stream -> stream.write(NEW));
            out.write("two", stream -> stream.write(NEW));
            assertThat(directory.resolve("a/b/one")).doesNotExist();

            out.publish();
        }
        assertThat(directory.resolve("a/b/one")).hasBinaryContent(NEW);
        assertThat(directory.resolve("a/b/two")).hasBinaryContent(NEW);
    }

    @Test
    void a_full_disk_is_named_and_leaves_the_results_before_untouched() throws IOException {
        Path old = Files.writeString(directory.resolve("summary.json"), "old");
        try (OutputDirectory out = OutputDirectory.prepare(directory)) {
            assertThatThrownBy(() -> out.write("summary.json", stream -> {
                        stream.write(NEW);
                        throw new IOException("No space left on device");
                    }))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("summary.json")
                    .hasMessageContaining("No space left on device")
                    .hasMessageContaining("--out");
        }
        assertThat(old).hasContent("old");
        assertThat(directory).isDirectoryContaining(old::equals);
        assertThat(directory.resolve(".summary.json.part")).doesNotExist();
    }

    @Test
    void what_is_a_file_is_no_directory() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> OutputDirectory.prepare(file.resolve("out")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("choose another directory with --out");
    }
}
