package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.journeystream.local.process.ChildJvm;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, which only a process of its own can be sent. */
class CtrlCTest {
    private static final int MANY = 600_000;

    @TempDir
    private Path directory;

    @Test
    void in_the_middle_of_an_import_leaves_nothing_behind() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/bin/kill")), "skipped: no kill here");
        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        Path err = directory.resolve("err");
        List<String> command = new ArrayList<>(interruptible());
        command.addAll(ChildJvm.command("400m", Main.class, "-Djava.io.tmpdir=" + temporary));
        command.addAll(List.of(
                "analyze",
                manyEvents().toString(),
                "--out",
                directory.resolve("out").toString()));
        Process journey = new ProcessBuilder(command)
                .redirectError(err.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            awaitImport(err, journey);
            new ProcessBuilder("/bin/kill", "-INT", String.valueOf(journey.pid()))
                    .start()
                    .waitFor();

            assertThat(journey.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(journey.exitValue()).as("%s", Files.readString(err)).isEqualTo(ExitCodes.INTERRUPTED);
            assertThat(Files.readString(err)).contains("interrupted; nothing was written to");
            assertThat(directory.resolve("out")).isEmptyDirectory();
            assertThat(temporary).isDirectoryNotContaining("glob:**journeystream-*");
        } finally {
            journey.destroyForcibly();
        }
    }

    /** What runs in the background ignores Ctrl-C, and so do its children, unless they are told not to. */
    private static List<String> interruptible() throws IOException, InterruptedException {
        List<String> heed = List.of("env", "--default-signal=INT");
        Process known = new ProcessBuilder("env", "--default-signal=INT", "true").start();
        return known.waitFor() == 0 ? heed : List.of();
    }

    private static void awaitImport(Path err, Process journey) throws IOException, InterruptedException {
        while (journey.isAlive() && !Files.readString(err).contains("importing:")) {
            Thread.sleep(100);
        }
        assertThat(journey.isAlive()).as("%s", Files.readString(err)).isTrue();
    }

    private Path manyEvents() throws IOException {
        Path file = directory.resolve("many.ndjson.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < MANY; i++) {
                gzip.write(("{\"type\":\"channel\",\"source\":\"s\",\"eventId\":\"" + i
                                + "\",\"occurredAt\":1767603600000,\"identifiers\":[{\"type\":\"account\",\"value\":\"a"
                                + i
                                + "\"}],\"channel\":\"phone\",\"contactId\":\"" + i + "\",\"action\":\"CONNECTED\"}\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
