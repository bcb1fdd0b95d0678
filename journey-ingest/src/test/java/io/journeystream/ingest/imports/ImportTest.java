package io.journeystream.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystream.events.Event;
import io.journeystream.ingest.files.Exports;
import io.journeystream.ingest.files.Format;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.rejects.Reject;
import io.journeystream.rejects.RejectReason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T09:00:00Z"), ZoneOffset.UTC);

    /** A day after the clock for "late", and two events for a row whose id is "two". */
    private static final String MAPPING = "id = \"skip\" ? [] : id = \"bad\" ? $error(\"bad id\") : ("
            + "$e := function($k, $at) {{\"type\": \"operational\", \"source\": \"s\", \"eventId\": id & $k,"
            + " \"occurredAt\": $at, \"identifiers\": [{\"type\": \"account\", \"value\": who}],"
            + " \"operation\": op}};"
            + "id = \"two\" ? [$e(1, at), $e(2, \"2027-01-01T00:00:00Z\")] : $e(1, at))";

    @TempDir
    private Path directory;

    private final RememberingSink sink = new RememberingSink();
    private Exports exports;
    private Path mapping;

    @BeforeEach
    void write() throws Exception {
        exports = new Exports(directory);
        mapping = exports.file("m.jsonata", MAPPING);
    }

    @Test
    void each_row_is_sent_skipped_or_rejected_and_counted_once() throws Exception {
        ImportResult result = run(settings(csv(
                "a,ada,2026-01-01T00:00:00Z,OTHER",
                "skip,,,",
                "bad,,,",
                "b,none,2026-01-01T00:00:00Z,OTHER",
                "c,ada,2026-01-01T00:00:00Z,OTTER",
                "d,ada",
                "two,ada,2026-01-02T00:00:00Z,OTHER")));

        assertThat(result.counts()).isEqualTo(new ImportCounts(7, 1, 4, 2, 1, 0));
        assertThat(result.latest()).isEqualTo("2026-01-02T00:00:00Z");
        assertThat(sink.events()).extracting(Event::eventId).containsExactly("a1", "two1");
        assertThat(sink.rejects())
                .extracting(Reject::getReason)
                .containsExactly(
                        RejectReason.MAPPING_FAILED,
                        RejectReason.NO_IDENTIFIER,
                        RejectReason.INVALID,
                        RejectReason.UNREADABLE,
                        RejectReason.FUTURE);
    }

    @Test
    void a_reject_tells_file_line_reason_and_holds_the_row_itself() throws Exception {
        run(settings(csv("a,ada,2026-01-01T00:00:00Z,OTHER", "c,ada,2026-01-01T00:00:00Z,OTTER")));

        Reject reject = sink.rejects().get(0);
        assertThat(reject.getFile()).endsWith("x.csv");
        assertThat(reject.getLine()).isEqualTo(3);
        assertThat(reject.getPointer()).isEqualTo("/operation");
        assertThat(reject.getMessage()).contains("operation must be one of OTHER, ");
        assertThat(reject.getSource()).isEqualTo("s");
        assertThat(reject.getEventId()).isEqualTo("c1");
        assertThat(reject.getContentType()).isEqualTo("text/csv");
        assertThat(reject.getHeader()).isEqualTo("id,who,at,op");
        assertThat(reject.getDelimiter()).isEqualTo(",");
        assertThat(reject.getRejectedAt()).isEqualTo(CLOCK.instant());
        assertThat(text(reject.getPayload())).isEqualTo("c,ada,2026-01-01T00:00:00Z,OTTER");
    }

    @Test
    void a_row_one_of_whose_events_is_invalid_is_rejected_whole() throws Exception {
        Path twofold = exports.file("t.jsonata", MAPPING.replace("\"2027-01-01T00:00:00Z\"", "\"next year\""));

        ImportResult result = run(new ImportSettings(
                List.of(csv("two,ada,2026-01-02T00:00:00Z,OTHER")), twofold, null, null, ZoneOffset.UTC, null));

        assertThat(result.counts()).isEqualTo(new ImportCounts(1, 0, 1, 0, 0, 0));
        assertThat(sink.events()).isEmpty();
        assertThat(sink.rejects().get(0).getMessage()).startsWith("event 2 of 2: occurredAt must be RFC 3339");
    }

    @Test
    void events_after_until_are_left_out_and_a_row_of_only_such_counts_as_skipped() throws Exception {
        ImportSettings settings = new ImportSettings(
                List.of(csv(
                        "a,ada,2026-01-01T00:00:00Z,OTHER",
                        "b,ada,2026-01-03T00:00:00Z,OTHER",
                        "two,ada,2026-01-02T00:00:00Z,OTHER")),
                mapping,
                null,
                null,
                ZoneOffset.UTC,
                Instant.parse("2026-01-02T00:00:00Z"));

        ImportResult result = run(settings);

        assertThat(result.counts()).isEqualTo(new ImportCounts(3, 1, 0, 2, 0, 2));
        assertThat(result.latest()).isEqualTo("2026-01-02T00:00:00Z");
    }

    @Test
    void without_a_mapping_a_row_is_a_native_event_and_one_bad_line_costs_itself() throws Exception {
        String good = "{\"type\":\"operational\",\"source\":\"s\",\"eventId\":\"e%d\",\"occurredAt\":%d,"
                + "\"identifiers\":[{\"type\":\"account\",\"value\":\"a\"}],\"operation\":\"OTHER\"}\n";
        String text = good.formatted(1, 1_000) + "{\"type\":\n" + good.formatted(2, 2_000);

        ImportResult result = run(ImportSettings.of(exports.file("events", text)));

        assertThat(result.counts()).isEqualTo(new ImportCounts(3, 0, 1, 2, 0, 0));
        assertThat(result.latest()).isEqualTo(Instant.ofEpochMilli(2_000));
        assertThat(sink.rejects().get(0).getReason()).isEqualTo(RejectReason.UNREADABLE);
    }

    @Test
    void of_a_file_cut_off_what_came_before_is_sent_and_the_damage_is_told() throws Exception {
        String rows = IntStream.range(0, 5_000)
                .mapToObj(i -> Integer.toHexString(i * 0x9E3779B9) + ",ada,2026-01-01T00:00:00Z,OTHER")
                .collect(Collectors.joining("\n", "id,who,at,op\n", "\n"));

        ImportResult result = run(settings(exports.gzip("cut.csv.gz", rows, 2_000)));

        assertThat(result.counts().eventsSent()).isBetween(3_000L, 4_999L);
        assertThat(result.counts().rejectedRows()).isEqualTo(1);
        assertThat(result.damage()).hasSize(1);
        assertThat(result.damage().get(0)).contains("cut.csv.gz is cut off");
        assertThat(sink.rejects().get(0).getMessage()).isEqualTo(result.damage().get(0));
    }

    @Test
    void an_import_that_rejects_everything_stops_early_and_says_why() throws Exception {
        String rows = IntStream.range(0, 5_000)
                .mapToObj(i -> "bad,ada,2026-01-01T00:00:00Z,OTHER")
                .collect(Collectors.joining("\n", "id,who,at,op\n", "\n"));

        assertThatThrownBy(() -> run(settings(exports.file("bad.csv", rows))))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("all of the first 1000 rows were rejected")
                .hasMessageContaining("bad.csv:2: MAPPING_FAILED: bad id");
        assertThat(sink.rejects()).hasSize(1_000);
        assertThat(run(settings(csv("bad,,,"))).warnings()).hasSize(1);
    }

    @Test
    void what_cannot_work_is_refused_before_anything_is_read() throws Exception {
        Path csv = csv("a,ada,2026-01-01T00:00:00Z,OTHER");
        Path noName = exports.file("export", "id\n1\n");
        Path broken = exports.file("broken.jsonata", "(\n $x := ;\n)");
        Path tabs = exports.file("tabs.csv", "id\twho\tat\top\na\tb\tc\td\n");

        assertRefused(new ImportSettings(List.of(csv), null, null, null, ZoneOffset.UTC, null), "use --mapping");
        assertRefused(settings(noName), "does not tell its format");
        assertRefused(settings(directory.resolve("missing.csv")), "missing.csv does not exist");
        assertRefused(settings(tabs), "use --format tsv");
        assertRefused(new ImportSettings(List.of(csv), broken, null, null, ZoneOffset.UTC, null), "broken.jsonata:2:");
        assertRefused(
                new ImportSettings(List.of(csv), mapping, Format.JSON, ';', ZoneOffset.UTC, null), "a delimiter is");
        assertThat(sink.events()).isEmpty();
    }

    @Test
    void an_interrupted_import_stops() throws Exception {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> run(settings(csv("a,ada,2026-01-01T00:00:00Z,OTHER"))))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void progress_ends_with_all_bytes_of_all_files() throws Exception {
        List<ImportProgress> heard = new ArrayList<>();
        Path one = csv("a,ada,2026-01-01T00:00:00Z,OTHER");
        Path empty = exports.file("empty.csv", "");

        ImportResult result = new Import(
                        new ImportSettings(List.of(one, empty), mapping, null, null, ZoneOffset.UTC, null),
                        IdentifierSettings.STANDARD,
                        sink,
                        CLOCK)
                .run(heard::add);

        ImportProgress last = heard.get(heard.size() - 1);
        assertThat(last.bytesRead())
                .isEqualTo(last.bytesTotal())
                .isEqualTo(one.toFile().length());
        assertThat(last.counts()).isEqualTo(result.counts());
        assertThat(result.warnings()).singleElement().asString().contains("empty.csv holds no rows");
    }

    private void assertRefused(ImportSettings settings, String message) {
        assertThatThrownBy(() -> run(settings))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining(message);
    }

    private ImportResult run(ImportSettings settings) throws Exception {
        return new Import(settings, IdentifierSettings.STANDARD, sink, CLOCK).run(ImportProgress.Listener.NONE);
    }

    private ImportSettings settings(Path file) {
        return new ImportSettings(List.of(file), mapping, null, null, ZoneOffset.UTC, null);
    }

    private Path csv(String... rows) throws Exception {
        return exports.file("x.csv", "id,who,at,op\n" + String.join("\n", rows) + "\n");
    }

    private static @Nullable String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }
}
