package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.journeystream.local.process.ChildJvm;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed, broker and all, in the middle of an import, and the next one on the same directory. */
class KilledImportTest {
    private static final int CALLS = 20_000;
    private static final long SOME_STATE = 60_000;

    @TempDir
    private Path directory;

    @Test
    void nothing_is_lost_and_nothing_counts_twice() throws IOException, InterruptedException {
        Path data = directory.resolve("data");
        Path calls = calls();
        Process killed = analyze(calls, data);
        awaitState(data, killed);
        killed.destroyForcibly().waitFor();

        Process next = analyze(calls, data);
        try {
            assertThat(next.waitFor(400, TimeUnit.SECONDS))
                    .as("%s", Files.readString(directory.resolve("err")))
                    .isTrue();
            assertThat(next.exitValue())
                    .as("%s", Files.readString(directory.resolve("err")))
                    .isEqualTo(ExitCodes.DONE);
            JsonNode summary = new ObjectMapper()
                    .readTree(directory.resolve("out/summary.json").toFile());
            assertThat(summary.get("journeys").asInt()).isEqualTo(CALLS);
            assertThat(summary.get("contacts").asInt()).isEqualTo(CALLS);
            assertThat(summary.get("accepted").asInt()
                            + summary.get("duplicates").asInt())
                    .isEqualTo(CALLS);
        } finally {
            next.destroyForcibly();
        }
    }

    private Process analyze(Path calls, Path data) throws IOException {
        List<String> command = ChildJvm.command("400m", Main.class);
        command.addAll(List.of("analyze", calls.toString(), "--data", data.toString()));
        command.addAll(List.of("--out", directory.resolve("out").toString()));
        return new ProcessBuilder(command)
                .redirectError(directory.resolve("err").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Until transactions of stitching are under way. */
    private void awaitState(Path data, Process journey) throws IOException, InterruptedException {
        Path changelog = data.resolve("kafka/journeystream-stitching-clusters-changelog-0/00000000000000000000.log");
        while (journey.isAlive() && (!Files.exists(changelog) || Files.size(changelog) < SOME_STATE)) {
            Thread.sleep(20);
        }
        assertThat(journey.isAlive())
                .as("%s", Files.readString(directory.resolve("err")))
                .isTrue();
    }

    private Path calls() throws IOException {
        Path file = directory.resolve("calls.ndjson");
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < CALLS; i++) {
                out.write("{\"type\":\"channel\",\"source\":\"s\",\"eventId\":\"" + i
                        + "\",\"occurredAt\":1767603600000,\"identifiers\":[{\"type\":\"account\",\"value\":\"a" + i
                        + "\"}],\"channel\":\"phone\",\"contactId\":\"" + i + "\",\"action\":\"CONNECTED\"}\n");
            }
        }
        return file;
    }
}
