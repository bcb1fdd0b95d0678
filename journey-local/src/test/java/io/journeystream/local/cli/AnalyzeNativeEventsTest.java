package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events in, journeys out, through real Kafka, with all the ways in which input can be bad. */
class AnalyzeNativeEventsTest {
    private static final String EVENT = """
            {"type":"channel","source":"acd","eventId":"%s","revision":%d,"occurredAt":"%s",\
            "identifiers":[{"type":"account","value":"%s"}],"intent":"billing","channel":"phone",\
            "contactId":"%s","action":"%s","durationMillis":60000}""";

    @TempDir
    private Path directory;

    @Test
    void every_row_and_every_event_is_accounted_for() throws IOException {
        Path file = write(
                event("1", 0, "2026-01-05T09:00:00Z", "ada", "k1", "CONNECTED"),
                event("1", 0, "2026-01-05T09:00:00Z", "ada", "k1", "CONNECTED"),
                event("2", 0, "2026-01-05T10:00:00Z", "bob", "k2", "CONNECTED"),
                event("2", 1, "2026-01-05T10:05:00Z", "bob", "k2", "CONNECTED"),
                "{\"type\":\"channel\", oh no",
                event("3", 0, "2026-01-05T11:00:00Z", "cid", "k3", "CONNECTD"),
                event("4", 0, "2026-01-05T11:00:00Z", "unknown", "k4", "CONNECTED"),
                event("5", 0, "2999-01-05T11:00:00Z", "dora", "k5", "CONNECTED"),
                event("6", 0, "2026-01-20T09:00:00Z", "ada", "k6", "CONNECTED"));

        Run run = Run.analyze(directory.resolve("out"), file.toString());

        assertThat(run.journey().exitCode()).as("%s", run.journey()).isZero();
        JsonNode summary = run.summary();
        assertThat(summary.path("rows").asInt()).isEqualTo(9);
        assertThat(summary.path("rejectedRows").asInt()).isEqualTo(3);
        assertThat(summary.path("accepted").asInt()).isEqualTo(4);
        assertThat(summary.path("duplicates").asInt()).isEqualTo(1);
        assertThat(summary.path("rejectedEvents").asInt()).isEqualTo(1);
        assertThat(summary.path("customers").asInt()).isEqualTo(2);
        assertThat(summary.path("journeys").asInt()).isEqualTo(3);
        assertThat(summary.path("matured").asInt()).isEqualTo(2);
        assertThat(summary.path("containmentRaw").isNull()).isTrue();
        assertThat(summary.path("watermark").asLong()).isEqualTo(1_768_899_600_000L);
        rejectsTellWhereAndWhy(run.rejects());
        journeysComeInOrder(run.journeys());
    }

    private static void rejectsTellWhereAndWhy(List<JsonNode> rejects) {
        assertThat(rejects)
                .extracting(r -> r.path("line").asInt() + " " + r.path("reason").asText())
                .containsExactly("5 UNREADABLE", "6 INVALID", "7 NO_IDENTIFIER", "8 FUTURE");
        assertThat(rejects.get(0).path("payload").asText()).isEqualTo("{\"type\":\"channel\", oh no");
        assertThat(rejects.get(1).path("message").asText()).contains("CONNECTED");
    }

    private static void journeysComeInOrder(List<JsonNode> journeys) {
        assertThat(journeys)
                .extracting(j -> j.path("startedAt").asLong())
                .containsExactly(1_767_603_600_000L, 1_767_607_500_000L, 1_768_899_600_000L);
        assertThat(journeys.get(0)
                        .path("contacts")
                        .get(0)
                        .path("legs")
                        .get(0)
                        .path("channel")
                        .asText())
                .isEqualTo("phone");
    }

    @Test
    void later_events_are_left_out_and_time_stops_there() throws IOException {
        Path file = write(
                event("1", 0, "2026-01-05T09:00:00Z", "ada", "k1", "CONNECTED"),
                event("2", 0, "2026-02-05T09:00:00Z", "ada", "k2", "CONNECTED"));

        Run run = Run.analyze(directory.resolve("out"), file.toString(), "--until", "2026-01-06T00:00:00Z");

        assertThat(run.summary().path("skipped").asInt()).isEqualTo(1);
        assertThat(run.summary().path("journeys").asInt()).isEqualTo(1);
        assertThat(run.summary().path("matured").asInt()).isZero();
        assertThat(run.summary().path("watermark").asLong()).isEqualTo(1_767_657_600_000L);
        assertThat(run.journey().out()).contains("1 later than --until left out");
    }

    @Test
    void of_a_file_that_was_cut_short_everything_before_the_cut_counts() throws IOException {
        Path whole = directory.resolve("whole.ndjson.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(whole))) {
            for (int i = 0; i < 5_000; i++) {
                String event =
                        event("e" + i, 0, "2026-01-05T09:00:00Z", "c" + i * 7919 % 100_003, "k" + i, "CONNECTED");
                gzip.write((event + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(directory.resolve("cut.ndjson.gz"), Arrays.copyOf(bytes, bytes.length * 3 / 4));

        Run run = Run.analyze(directory.resolve("out"), cut.toString());

        assertThat(run.journey().exitCode()).as("%s", run.journey()).isEqualTo(ExitCodes.FAILED);
        assertThat(run.journey().err()).contains("cut.ndjson.gz");
        assertThat(run.summary().path("accepted").asInt()).isBetween(1_000, 4_999);
    }

    @Test
    void no_events_at_all_give_empty_results() throws IOException {
        Run run = Run.analyze(directory.resolve("out"), write().toString());

        assertThat(run.journey().exitCode()).as("%s", run.journey()).isZero();
        assertThat(run.summary().path("watermark").isNull()).isTrue();
        assertThat(run.summary().path("fcrByJourney").isNull()).isTrue();
        assertThat(run.journeys()).isEmpty();
    }

    @Test
    void a_wrong_delimiter_is_named_together_with_the_one_it_looks_like() throws IOException {
        Path csv = Files.writeString(directory.resolve("a.csv"), "id;when\n1;2026-01-05T09:00:00Z\n");
        Path mapping = Files.writeString(directory.resolve("m.jsonata"), "{\"type\": \"channel\", \"eventId\": id}");

        Run run = Run.analyze(
                directory.resolve("out"), csv.toString(), "--delimiter", ",", "--mapping", mapping.toString());

        assertThat(run.journey().exitCode()).as("%s", run.journey()).isEqualTo(ExitCodes.FAILED);
        assertThat(run.journey().err()).contains("a.csv").contains(";");
    }

    private Path write(String... lines) throws IOException {
        return Files.write(directory.resolve("events.ndjson"), List.of(lines));
    }

    private static String event(String id, int revision, String at, String account, String contact, String action) {
        return EVENT.formatted(id, revision, at, account, contact, action);
    }
}
