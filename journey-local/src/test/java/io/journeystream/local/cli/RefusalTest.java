package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot work is said before anything is started. */
class RefusalTest {
    @TempDir
    private Path directory;

    private Path events;
    private Path out;

    @BeforeEach
    void files() throws IOException {
        events = Files.writeString(directory.resolve("events.ndjson"), "");
        out = directory.resolve("out");
    }

    @Test
    void a_file_that_is_not_there() {
        assertRefused(Journey.run("analyze", directory.resolve("no.ndjson").toString(), "--out", out.toString()))
                .contains("no.ndjson does not exist");
    }

    @Test
    void a_directory_in_place_of_a_file() {
        assertRefused(Journey.run("analyze", directory.toString(), "--out", out.toString()))
                .contains("is a directory: name the files in it");
    }

    @Test
    void a_mapping_that_is_not_there() {
        String mapping = directory.resolve("no.jsonata").toString();

        assertRefused(Journey.run("analyze", events.toString(), "--mapping", mapping, "--out", out.toString()))
                .contains("no.jsonata is no file that can be read");
    }

    @Test
    void columns_with_another_delimiter_name_it() throws IOException {
        Path export = Files.writeString(directory.resolve("export.csv"), "id;at;who\n1;2;3\n");
        Path mapping = Files.writeString(directory.resolve("m.jsonata"), "[]");

        assertRefused(Journey.run(
                        "analyze", export.toString(), "--mapping", mapping.toString(), "--out", out.toString()))
                .contains("use --delimiter ';'");
    }

    @Test
    void a_mapping_that_is_no_jsonata_names_line_and_column() throws IOException {
        Path mapping = Files.writeString(directory.resolve("m.jsonata"), "{\n  \"a\": (1 + \n}");

        assertRefused(Journey.run(
                        "analyze", events.toString(), "--mapping", mapping.toString(), "--out", out.toString()))
                .contains("m.jsonata:");
    }

    @Test
    void all_mistakes_in_the_definitions_at_once() throws IOException {
        Path yaml = Files.writeString(
                directory.resolve("journeys.yaml"),
                "defaults:\n  gap: -7d\nchannels:\n  phone: {cost-per-contact: -1, mod: assisted}\n");

        assertRefused(Journey.run(
                        "analyze", events.toString(), "--definitions", yaml.toString(), "--out", out.toString()))
                .contains("journeys.yaml has 3 mistakes")
                .contains("journeys.yaml:2:8")
                .contains("journeys.yaml:4:29")
                .contains("journeys.yaml:4:33");
    }

    @Test
    void a_time_that_has_not_come() {
        assertRefused(Journey.run(
                        "analyze", events.toString(), "--until", "2999-01-01T00:00:00Z", "--out", out.toString()))
                .contains("--until 2999-01-01T00:00:00Z lies in the future");
    }

    @Test
    void a_directory_that_cannot_be_written_to() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertRefused(Journey.run(
                        "analyze",
                        events.toString(),
                        "--out",
                        file.resolve("out").toString()))
                .contains("cannot write to")
                .contains("--out");
    }

    private AbstractStringAssert<?> assertRefused(Journey journey) {
        assertThat(journey.exitCode()).as("%s", journey).isEqualTo(ExitCodes.FAILED);
        assertThat(out.resolve("summary.json")).doesNotExist();
        return assertThat(journey.err()).startsWith("error: ");
    }
}
