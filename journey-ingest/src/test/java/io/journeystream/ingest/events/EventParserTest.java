package io.journeystream.ingest.events;

import static io.journeystream.ingest.events.Given.PARSER;
import static io.journeystream.ingest.events.Given.call;
import static io.journeystream.ingest.events.Given.operation;
import static io.journeystream.ingest.events.Given.survey;
import static io.journeystream.ingest.events.Given.with;
import static io.journeystream.ingest.events.Given.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.rejects.RejectReason;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventParserTest {

    @Test
    void a_call_with_what_is_required_has_defaults_for_the_rest() {
        ChannelEvent event = ((Event.Channel) accepted(call())).avro();

        assertThat(event.getOccurredAt()).hasToString("2026-01-05T09:00:00Z");
        assertThat(event.getRevision()).isZero();
        assertThat(event.getSequence()).isZero();
        assertThat(event.getDirection()).isEqualTo(Direction.INBOUND);
        assertThat(event.getAction()).isEqualTo(Action.CONNECTED);
        assertThat(event.getDurationMillis()).isNull();
        assertThat(event.getIntent()).isNull();
        assertThat(event.getReferences()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T09:00:00Z, 1767603600000",
        "2026-01-05T10:00:00.1239+01:00, 1767603600123",
        "1969-12-31T23:59:59.9999Z, -1",
    })
    void a_time_is_read_with_its_offset_down_to_the_millisecond(String text, long millis) {
        assertThat(accepted(with(call(), "occurredAt", text)).occurredAt()).isEqualTo(millis);
    }

    @Test
    void a_time_may_be_epoch_milliseconds_whole_also_if_a_mapping_computed_them_as_a_fraction() {
        assertThat(accepted(with(call(), "occurredAt", 1_767_603_600_000L)).occurredAt())
                .isEqualTo(1_767_603_600_000L);
        assertThat(accepted(with(call(), "occurredAt", 1.7676036E12)).occurredAt())
                .isEqualTo(1_767_603_600_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-05T09:00:00", "2026-02-30T09:00:00Z", "5/1/2026 09:00", "yesterday", " "})
    void a_time_without_offset_or_that_does_not_exist_is_refused(String text) {
        Parsed.Rejected refused = refused(with(call(), "occurredAt", text));

        assertThat(refused.pointer()).isEqualTo("/occurredAt");
        assertThat(refused.message()).contains("RFC 3339").contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"source", "eventId", "occurredAt", "identifiers", "channel", "contactId", "action", "type"})
    void each_required_field_is_missed(String field) {
        Parsed.Rejected refused = refused(without(call(), field));

        assertThat(refused.reason()).isEqualTo(RejectReason.INVALID);
        assertThat(refused.pointer()).isEqualTo("/" + field);
        assertThat(refused.message()).contains(field + " is required");
        assertThat(refused(with(call(), field, null)).message()).contains(field + " is required");
    }

    @Test
    void a_misspelt_field_is_refused_with_the_one_that_was_meant() {
        Parsed.Rejected refused = refused(with(call(), "durationMilis", 5));

        assertThat(refused.pointer()).isEqualTo("/durationMilis");
        assertThat(refused.message()).isEqualTo("unknown field \"durationMilis\"; did you mean durationMillis?");
    }

    @Test
    void a_field_of_another_kind_of_event_is_refused_with_those_there_are() {
        assertThat(refused(with(call(), "operation", "CASE_OPENED")).message())
                .startsWith("unknown field \"operation\"; ");
        assertThat(refused(with(call(), "zzzzzzzz", 1)).message()).contains("known are source, eventId, revision");
    }

    @Test
    void an_unknown_action_is_refused_with_the_nearest_known_one_first() {
        assertThat(refused(with(call(), "action", "CONECTED")).message())
                .startsWith("action must be one of CONNECTED, ")
                .contains("ABANDONED")
                .endsWith(", was \"CONECTED\"");
        assertThat(refused(with(call(), "action", "hand-off")).message())
                .startsWith("action must be one of HANDED_OFF");
        assertThat(refused(with(call(), "action", 7)).pointer()).isEqualTo("/action");
        assertThat(refused(operation("CASE_REOPEN")).message()).contains("one of CASE_REOPENED, ");
    }

    @Test
    void an_unknown_type_of_event_is_refused_with_the_known_ones() {
        assertThat(refused(with(call(), "type", "chanel")).message())
                .startsWith("type must be one of channel, ")
                .endsWith(", was \"chanel\"");
    }

    @Test
    void all_mistakes_of_an_event_are_told_together_and_the_pointer_is_that_of_the_first() {
        Map<String, Object> event = with(with(without(call(), "contactId"), "action", "RING"), "durationMillis", -1);

        Parsed.Rejected refused = refused(event);

        assertThat(refused.pointer()).isEqualTo("/contactId");
        assertThat(refused.message())
                .contains("contactId is required", "action must be one of", "durationMillis must not be negative");
        assertThat(refused.source()).isEqualTo("acd");
        assertThat(refused.eventId()).isEqualTo("e1");
    }

    @Test
    void wrong_types_are_refused_and_never_converted() {
        assertThat(refused(with(call(), "eventId", 17)).message()).isEqualTo("eventId must be a string, was 17");
        assertThat(refused(with(call(), "durationMillis", "5")).message()).contains("a whole number");
        assertThat(refused(with(call(), "durationMillis", 5.5)).message()).contains("a whole number");
        assertThat(refused(with(call(), "references", Map.of("case", 4711))).pointer())
                .isEqualTo("/references/case");
        assertThat(refused(with(call(), "attributes", List.of())).message()).contains("an object of strings");
        assertThat(refused(with(survey("RESOLUTION"), "resolved", "yes")).message())
                .contains("true or false");
        assertThat(refused(with(call(), "identifiers", "a1")).message()).contains("a list");
    }

    @Test
    void pointers_escape_what_json_pointers_must() {
        assertThat(refused(with(call(), "references", Map.of("a/b~c", 1))).pointer())
                .isEqualTo("/references/a~1b~0c");
    }

    @Test
    void null_and_blank_mean_that_an_optional_field_is_absent() {
        Map<String, Object> event = with(with(with(call(), "intent", " "), "agentId", null), "parentContactId", "");

        ChannelEvent channel = ((Event.Channel) accepted(event)).avro();

        assertThat(Arrays.asList(channel.getIntent(), channel.getAgentId(), channel.getParentContactId()))
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.01, -2, Double.NaN, Double.POSITIVE_INFINITY})
    void a_sentiment_outside_its_scale_is_refused(double sentiment) {
        assertThat(refused(with(call(), "sentiment", sentiment)).pointer()).isEqualTo("/sentiment");
    }

    @Test
    void a_duration_must_not_run_into_the_year_10000() {
        assertThat(refused(with(call(), "durationMillis", Long.MAX_VALUE)).pointer())
                .isEqualTo("/durationMillis");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CES", "CSAT", "NPS"})
    void a_score_needs_a_scale_and_lies_on_it(String instrument) {
        Map<String, Object> scored = with(survey(instrument), "score", 4);
        Map<String, Object> scaled = with(with(scored, "scaleMin", 1), "scaleMax", 5);

        assertThat(accepted(scaled)).isInstanceOf(Event.Voc.class);
        assertThat(refused(scored).message()).contains("needs scaleMin and scaleMax");
        assertThat(refused(with(scaled, "scaleMax", null)).pointer()).isEqualTo("/scaleMax");
        assertThat(refused(with(scaled, "scaleMax", 1)).message()).contains("scaleMin must be below scaleMax");
        assertThat(refused(with(scaled, "score", 6)).message()).contains("on its scale from 1.0 to 5.0");
        assertThat(refused(with(scaled, "score", 0.99)).pointer()).isEqualTo("/score");
    }

    @Test
    void a_survey_without_an_answer_needs_no_scale() {
        assertThat(accepted(survey("CES"))).isInstanceOf(Event.Voc.class);
    }

    @Test
    void identifiers_are_normalised_strongest_first_and_each_once() {
        Map<String, Object> event = with(
                call(),
                "identifiers",
                List.of(
                        Map.of("type", "email", "value", " Ada@Example.ORG "),
                        Map.of("type", "account", "value", "Undefined"),
                        Map.of("type", "crm", "value", "7"),
                        Map.of("type", "email", "value", "ada@example.org")));

        assertThat(accepted(event).identifiers())
                .containsExactly(new Identifier("crm", "7"), new Identifier("email", "ada@example.org"));
    }

    @Test
    void an_event_left_without_identifier_is_refused_for_that() {
        List<Object> placeholders = Arrays.asList(Map.of("type", "account", "value", "00000"), Map.of("type", "email"));

        assertThat(refused(with(call(), "identifiers", placeholders)).reason()).isEqualTo(RejectReason.NO_IDENTIFIER);
        assertThat(refused(with(call(), "identifiers", List.of())).reason()).isEqualTo(RejectReason.NO_IDENTIFIER);
    }

    @Test
    void mistakes_in_identifiers_are_found_where_they_are() {
        assertThat(refused(with(call(), "identifiers", List.of(Map.of("type", "crm", "vale", "7"))))
                        .message())
                .contains("did you mean value?");
        assertThat(refused(with(call(), "identifiers", List.of(Map.of("value", "7"))))
                        .pointer())
                .isEqualTo("/identifiers/0/type");
        assertThat(refused(with(call(), "identifiers", List.of(Map.of("type", "crm", "value", 7))))
                        .pointer())
                .isEqualTo("/identifiers/0/value");
    }

    @Test
    void half_a_character_is_refused_since_kafka_could_not_keep_it() {
        assertThat(refused(with(call(), "contactId", "k\uD83D")).message()).contains("half a surrogate pair");
        assertThat(accepted(with(call(), "contactId", "k\uD83D\uDE00"))).isNotNull();
    }

    @Test
    void what_is_no_object_is_no_event() {
        assertThat(refused(null).message()).contains("an event is a JSON object");
        assertThat(refused(List.of(call())).message()).contains("an event is a JSON object");
    }

    private static Event accepted(Map<String, Object> json) {
        Parsed parsed = PARSER.parse(json);
        assertThat(parsed).isInstanceOf(Parsed.Accepted.class);
        return ((Parsed.Accepted) parsed).event();
    }

    private static Parsed.Rejected refused(@Nullable Object json) {
        Parsed parsed = PARSER.parse(json);
        assertThat(parsed).isInstanceOf(Parsed.Rejected.class);
        return (Parsed.Rejected) parsed;
    }
}
