package io.journeystream.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {
    private static final Map<String, Object> ROW = Map.of("id", "7", "at", "5/1/2026 9:00", "a+b", "x");

    @Test
    void a_row_becomes_one_event_or_many() throws Exception {
        assertThat(events("{\"eventId\": id, \"channel\": `a+b`}"))
                .containsExactly(Map.of("eventId", "7", "channel", "x"));
        assertThat(events("[1..3].{\"eventId\": $string($)}")).hasSize(3);
        assertThat(events("[{\"eventId\": id}]")).containsExactly(Map.of("eventId", "7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "[]", "missing", "id = \"8\" ? {\"a\": 1}", "$filter([1], function($x) { $x > 1 })"})
    void nothing_null_and_an_empty_array_leave_a_row_out(String text) throws Exception {
        assertThat(events(text)).isEmpty();
    }

    @Test
    void arrays_inside_the_array_are_unfolded_so_that_a_mapping_can_leave_out_with_an_empty_one() throws Exception {
        assertThat(events("[{\"a\": 1}, id = \"8\" ? {\"a\": 2} : [], [{\"a\": 3}, {\"a\": 4}]]"))
                .containsExactly(Map.of("a", 1), Map.of("a", 3), Map.of("a", 4));
    }

    @Test
    void a_missing_value_leaves_its_field_out() throws Exception {
        assertThat(events("{\"a\": id, \"b\": missing}")).containsExactly(Map.of("a", "7"));
    }

    @Test
    void a_single_identifier_that_jsonata_has_unpacked_is_a_list_again() throws Exception {
        assertThat(events("{\"identifiers\": $filter([{\"type\": \"account\"}, {\"type\": \"x\"}], "
                        + "function($i) { $i.type = \"account\" })}"))
                .containsExactly(Map.of("identifiers", List.of(Map.of("type", "account"))));
    }

    @Test
    void a_mapping_refuses_a_row_with_error_and_its_message_is_kept() throws Exception {
        assertThat(map("id = \"7\" ? $error(\"seven is not wanted\")"))
                .isEqualTo(new Mapped.Failed("seven is not wanted"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$number(`a+b`)",
                "id + 1",
                "$nosuch(1)",
                "($f := function($x) { $f($x) + 1 }; $f(1))",
                "$instant(at, \"yyyy-MM-dd\")",
                "$instant(at, \"qqqqqqq!\")",
                "$instant(at, \"d/M/yyyy H:mm\", \"Mars\")",
                "$instant(at)",
                "$previous(missing)"
            })
    void an_error_while_mapping_fails_the_row_and_says_why(String text) throws Exception {
        assertThat(map(text)).isInstanceOf(Mapped.Failed.class);
        assertThat(((Mapped.Failed) map(text)).message()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"a\": }', m.jsonata:1:7: ",
        "'(\n  $x := ;\n  $x\n)', m.jsonata:2:9: ",
        "'{\"a\": 1', m.jsonata:1:7: ",
        "'\"open', m.jsonata:1:",
    })
    void a_mapping_that_is_none_is_refused_with_line_and_column(String text, String place) {
        assertThatThrownBy(() -> Mapping.of(text, "m.jsonata", ZoneOffset.UTC, 10))
                .isInstanceOf(InvalidMapping.class)
                .hasMessageStartingWith(place);
    }

    @Test
    void a_mapping_that_is_not_there_is_said_to_be_missing() {
        assertThatThrownBy(() -> Mapping.load(Path.of("no-such.jsonata"), ZoneOffset.UTC))
                .isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "5/1/2026 9:00, d/M/yyyy H:mm, 2026-01-05T07:00:00Z",
        "19990101 0:00:31, yyyyMMdd H:mm:ss, 1998-12-31T22:00:31Z",
        "2026-07-01, yyyy-MM-dd, 2026-06-30T21:00:00Z",
        "2026-07-01T10:00:00+09:00, yyyy-MM-dd'T'HH:mm:ssXXX, 2026-07-01T01:00:00Z",
        "05-jan-2026 11:30 pm, dd-MMM-yyyy hh:mm a, 2026-01-05T21:30:00Z",
        "2026-01-05 09:00:00.250, yyyy-MM-dd HH:mm:ss.SSS, 2026-01-05T07:00:00.250Z",
    })
    void local_times_are_read_as_the_picture_says_in_the_zone_of_the_import(String text, String picture, Instant time)
            throws Exception {
        assertThat(instant(text, picture, ZoneId.of("Asia/Jerusalem"))).isEqualTo(time.toEpochMilli());
    }

    /** Clocks go from 2 to 3 on 29 March 2026 and from 3 to 2 on 25 October 2026 in Berlin. */
    @Test
    void a_time_that_is_skipped_counts_later_and_one_that_comes_twice_is_the_first() throws Exception {
        ZoneId berlin = ZoneId.of("Europe/Berlin");

        assertThat(instant("2026-03-29 02:30", "yyyy-MM-dd HH:mm", berlin))
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z").toEpochMilli());
        assertThat(instant("2026-10-25 02:30", "yyyy-MM-dd HH:mm", berlin))
                .isEqualTo(Instant.parse("2026-10-25T00:30:00Z").toEpochMilli());
    }

    @Test
    void a_zone_of_its_own_comes_before_that_of_the_import() throws Exception {
        assertThat(events("$instant(at, \"d/M/yyyy H:mm\", \"Asia/Tokyo\")"))
                .containsExactly(Instant.parse("2026-01-05T00:00:00Z").toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/2/2026 9:00", "5/1/2026 24:01", "5/13/2026 9:00", "5/1/26 9:00", "5/1/2026 9:00 "})
    void dates_that_do_not_exist_are_errors_never_the_nearest_that_does(String text) throws Exception {
        boolean trimmed = text.endsWith(" ");

        assertThat(Mapping.of("$instant(t, \"d/M/yyyy H:mm\")", "m", ZoneOffset.UTC, 10)
                        .map(Map.of("t", text)))
                .isInstanceOf(trimmed ? Mapped.Events.class : Mapped.Failed.class);
    }

    @Test
    void no_text_is_no_time() throws Exception {
        assertThat(events("{\"a\": $instant(\" \", \"yyyy\"), \"b\": $instant(missing, \"yyyy\")}"))
                .containsExactly(Map.of());
    }

    @Test
    void what_one_row_keeps_the_next_of_its_key_finds() throws Exception {
        Mapping mapping = Mapping.of(
                "($n := $previous(id).n; $k := $exists($n) ? $n + 1 : 1; $keep(id, {\"n\": $k}); {\"eventId\": $k})",
                "m",
                ZoneOffset.UTC,
                10);

        assertThat(Arrays.asList(id(mapping, "a"), id(mapping, "a"), id(mapping, "b"), id(mapping, "a")))
                .containsExactly(1, 2, 1, 3);
    }

    @Test
    void only_so_many_keys_are_kept_the_unused_go_first_and_are_counted() throws Exception {
        Mapping mapping = Mapping.of("($p := $previous(id); $keep(id, 1); {\"eventId\": $p})", "m", ZoneOffset.UTC, 2);
        id(mapping, "a");
        id(mapping, "b");
        id(mapping, "a");
        id(mapping, "c");

        assertThat(mapping.evictedKeys()).isEqualTo(1);
        assertThat(id(mapping, "a")).isEqualTo(1);
        assertThat(id(mapping, "b")).isNull();
    }

    private static @Nullable Object id(Mapping mapping, String key) {
        Mapped.Events events = (Mapped.Events) mapping.map(new TreeMap<>(Map.of("id", key)));
        return ((Map<?, ?>) events.events().get(0)).get("eventId");
    }

    private static Object instant(String text, String picture, ZoneId zone) throws Exception {
        Mapped mapped = Mapping.of("$instant(t, p)", "m", zone, 10).map(Map.of("t", text, "p", picture));
        return ((Mapped.Events) mapped).events().get(0);
    }

    private static Mapped map(String text) throws Exception {
        return Mapping.of(text, "m.jsonata", ZoneOffset.UTC, 10).map(ROW);
    }

    private static List<Object> events(String text) throws Exception {
        Mapped mapped = map(text);
        assertThat(mapped).isInstanceOf(Mapped.Events.class);
        return ((Mapped.Events) mapped).events();
    }
}
