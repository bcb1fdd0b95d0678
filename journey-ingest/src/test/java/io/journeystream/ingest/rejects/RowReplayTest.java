package io.journeystream.ingest.rejects;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.events.Event;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.ingest.imports.RememberingSink;
import io.journeystream.ingest.mapping.InvalidMapping;
import io.journeystream.ingest.mapping.Mapping;
import io.journeystream.registry.InMemoryRegistry;
import io.journeystream.rejects.Reject;
import io.journeystream.rejects.RejectReason;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowReplayTest {
    private static final Clock CLOCK = Clock.fixed(Given.NOW, ZoneOffset.UTC);
    private static final String MENDED = "id = \"skip\" ? [] : {\"type\": \"operational\", \"source\": \"s\","
            + " \"eventId\": id, \"occurredAt\": at, \"operation\": \"OTHER\","
            + " \"identifiers\": [{\"type\": \"account\", \"value\": who}]}";

    private final RememberingSink sink = new RememberingSink();
    private final List<Outcome> outcomes = new ArrayList<>();

    @Test
    void a_row_of_columns_goes_through_the_mapping_under_its_own_header() throws Exception {
        ReplayCounts counts = replay(MENDED, Given.row("a;ada;2026-01-01T00:00:00Z"), Given.row("skip;\"a;b\";"));

        assertThat(counts).isEqualTo(new ReplayCounts(1, 1, 0, 0, 1));
        assertThat(sink.events()).extracting(Event::eventId).containsExactly("a");
    }

    @Test
    void what_is_still_refused_is_told_and_no_second_reject_is_written() throws Exception {
        ReplayCounts counts = replay(
                MENDED,
                Given.row("a;none;2026-01-01T00:00:00Z"),
                Given.row("b;ada"),
                Given.row("c;ada;2026-01-01T00:00:00Z\nd;ada;2026-01-01T00:00:00Z"));

        assertThat(counts).isEqualTo(new ReplayCounts(0, 0, 3, 0, 0));
        assertThat(outcomes)
                .extracting(outcome -> ((Outcome.StillRefused) outcome).reason())
                .containsExactly(RejectReason.NO_IDENTIFIER, RejectReason.UNREADABLE, RejectReason.UNREADABLE);
        assertThat(sink.rejects()).isEmpty();
        assertThat(sink.events()).isEmpty();
    }

    @Test
    void columns_need_a_mapping_and_the_header_of_their_file() throws Exception {
        assertThat(replay(null, Given.row("a;ada;2026-01-01T00:00:00Z")).notReplayable())
                .isEqualTo(1);
        assertThat(replay(MENDED, Given.row("a;ada;2026-01-01T00:00:00Z").setHeader(null))
                        .notReplayable())
                .isEqualTo(1);

        assertThat(outcomes.get(0)).asString().contains("use --mapping");
        assertThat(outcomes.get(1)).asString().contains("header line").contains("import the file again");
    }

    @Test
    void a_native_event_that_came_too_late_is_history_now_but_the_future_stays_the_future() throws Exception {
        ReplayCounts counts = replay(
                null,
                json(RejectReason.TOO_LATE, Given.event("old", "2020-01-01T00:00:00Z")),
                json(RejectReason.FUTURE, Given.event("past by now", "2026-01-05T08:59:00Z")),
                json(RejectReason.FUTURE, Given.event("far", "2027-01-01T00:00:00Z")));

        assertThat(counts).isEqualTo(new ReplayCounts(2, 0, 1, 0, 2));
        assertThat(sink.events()).extracting(Event::eventId).containsExactly("old", "past by now");
        assertThat(((Outcome.StillRefused) outcomes.get(2)).reason()).isEqualTo(RejectReason.FUTURE);
    }

    @Test
    void json_rows_go_through_the_mapping_but_events_judged_by_their_time_have_been_mapped() throws Exception {
        ReplayCounts counts = replay(
                MENDED,
                Given.reject(
                        RejectReason.INVALID,
                        "application/x-ndjson",
                        "{\"id\":\"row\",\"who\":\"ada\",\"at\":\"2026-01-01T00:00:00Z\"}"),
                json(RejectReason.FUTURE, Given.event("event", "2026-01-05T08:59:00Z")));

        assertThat(counts.replayed()).isEqualTo(2);
        assertThat(sink.events()).extracting(Event::eventId).containsExactly("row", "event");
    }

    @Test
    void a_cloud_event_is_opened_as_a_request_would_open_it() throws Exception {
        String envelope = "{\"specversion\":\"%s\",\"id\":\"e1\",\"source\":\"s\",\"type\":\"event\",\"data\":%s}";
        String data = Given.event("e1", "2020-01-01T00:00:00Z").replace("\"eventId\":\"e1\",", "");

        ReplayCounts counts = replay(
                null,
                Given.reject(RejectReason.TOO_LATE, "application/cloudevents+json", envelope.formatted("1.0", data)),
                Given.reject(RejectReason.INVALID, "application/cloudevents+json", envelope.formatted("0.3", data)));

        assertThat(counts).isEqualTo(new ReplayCounts(1, 0, 1, 0, 1));
        assertThat(sink.events()).extracting(Event::eventId).containsExactly("e1");
    }

    @Test
    void what_was_not_kept_whole_and_what_was_erased_stays_out() throws Exception {
        String event = Given.event("e", "2026-01-01T00:00:00Z");
        ReplayCounts counts = replay(
                null,
                json(RejectReason.TOO_LARGE, event).setOmittedBytes(5),
                json(RejectReason.ERASED, event),
                Given.reject(RejectReason.INVALID, "text/plain", "hello"));

        assertThat(counts).isEqualTo(new ReplayCounts(0, 0, 0, 3, 0));
        assertThat(outcomes.get(0)).asString().contains("its last 5 bytes were not kept");
        assertThat(outcomes.get(1)).asString().contains("erased");
        assertThat(outcomes.get(2)).asString().contains("text/plain").contains("rejects show");
        assertThat(sink.events()).isEmpty();
    }

    @Test
    void a_trial_says_the_same_and_sends_nothing() throws Exception {
        Replay trial = new Replay(
                settings(MENDED), null, record -> {}, new InMemoryRegistry(), CLOCK, (reject, outcome) -> {});

        trial.read(Given.stored(Given.row("a;ada;2026-01-01T00:00:00Z")));

        assertThat(trial.counts()).isEqualTo(new ReplayCounts(1, 0, 0, 0, 1));
    }

    private static Reject.Builder json(RejectReason reason, String event) {
        return Given.reject(reason, "application/json; charset=utf-8", event);
    }

    private ReplayCounts replay(@Nullable String mapping, Reject.Builder... rejects) throws Exception {
        Replay replay = new Replay(
                settings(mapping),
                sink,
                record -> {},
                new InMemoryRegistry(),
                CLOCK,
                (reject, outcome) -> outcomes.add(outcome));
        for (Reject.Builder reject : rejects) {
            replay.read(Given.stored(reject));
        }
        return replay.counts();
    }

    private static ReplaySettings settings(@Nullable String mapping) throws InvalidMapping {
        return new ReplaySettings(
                mapping == null ? null : Mapping.of(mapping, "mended", ZoneOffset.UTC, 10),
                IdentifierSettings.STANDARD);
    }
}
