package io.journeystream.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFilesTest {
    @TempDir
    private Path directory;

    @Test
    void each_line_of_ndjson_is_a_row_blank_ones_are_none() throws Exception {
        assertThat(read("{\"a\":1}\r\n\n  \n{\"a\":2}", Format.NDJSON))
                .containsExactly(
                        new Row.Read(1, "{\"a\":1}", Map.of("a", 1)), new Row.Read(4, "{\"a\":2}", Map.of("a", 2)));
    }

    @Test
    void invalid_json_in_the_middle_of_ndjson_costs_its_line_and_tells_where() throws Exception {
        List<Row> rows = read("{\"a\":1}\n{\"a\":1,\"b\":tru}\n{\"a\":3}\n", Format.NDJSON);

        Row.Unreadable broken = (Row.Unreadable) rows.get(1);
        assertThat(broken.line()).isEqualTo(2);
        assertThat(broken.column()).isGreaterThan(8);
        assertThat(broken.message()).startsWith("is no JSON: ");
        assertThat(broken.raw()).isEqualTo("{\"a\":1,\"b\":tru}");
        assertThat(rows.get(2)).isEqualTo(new Row.Read(3, "{\"a\":3}", Map.of("a", 3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "7", "null", "\"x\"", "{} {}", "{\"a\":1,\"a\":2}", "{\"a\":NaN}"})
    void a_line_that_is_not_one_object_is_unreadable(String line) throws Exception {
        assertThat(read(line + "\n{}\n", Format.NDJSON))
                .hasSize(2)
                .satisfies(rows -> assertThat(rows.get(0)).isInstanceOf(Row.Unreadable.class))
                .satisfies(rows -> assertThat(rows.get(1)).isInstanceOf(Row.Read.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"a\":1},\n{\"a\":2}]",
                "{\"a\":1}\n{\"a\":2}",
                "{\"a\":1}{\"a\":2}",
                "[{\"a\":1}]\n[{\"a\":2}]",
                "\uFEFF [ {\"a\":1} , {\"a\":2} ] "
            })
    void json_is_an_array_or_objects_one_after_the_other(String content) throws Exception {
        assertThat(read(content, Format.JSON))
                .extracting(row -> ((Row.Read) row).value())
                .containsExactly(Map.of("a", 1), Map.of("a", 2));
    }

    @Test
    void one_object_over_several_lines_is_one_row_with_its_text() throws Exception {
        String object = "{\n  \"a\": \"}{][\\\"\",\n  \"b\": [{}, []]\n}";

        assertThat(read("\n" + object + "\n", Format.JSON))
                .containsExactly(new Row.Read(2, object, Map.of("a", "}{][\"", "b", List.of(Map.of(), List.of()))));
    }

    @Test
    void an_object_broken_inside_does_not_spoil_its_neighbours() throws Exception {
        List<Row> rows = read("[\n {\"a\":1},\n {\"a\":\n  oops},\n {\"a\":3}\n]", Format.JSON);

        assertThat(rows).hasSize(3);
        assertThat(((Row.Unreadable) rows.get(1)).line()).isEqualTo(3);
        assertThat(((Row.Unreadable) rows.get(1)).errorLine()).isEqualTo(4);
        assertThat(rows.get(2)).isEqualTo(new Row.Read(5, "{\"a\":3}", Map.of("a", 3)));
    }

    @Test
    void a_bracket_left_open_inside_an_object_is_closed_with_it() throws Exception {
        List<Row> rows = read("[{\"a\":1, \"b\":[1},{\"a\":2]},{\"a\":3}]", Format.JSON);

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).raw()).isEqualTo("{\"a\":1, \"b\":[1}");
        assertThat(rows.subList(0, 2)).allMatch(Row.Unreadable.class::isInstance);
        assertThat(rows.get(2)).isInstanceOf(Row.Read.class);
    }

    @Test
    void a_bracket_that_is_never_closed_costs_what_stands_before_the_next_object_like_it() throws Exception {
        List<Row> rows = read("[\n {\"a\":1, \"b\":{},\n {\"a\":2},\n {\"a\":3}\n]\n", Format.JSON);

        assertThat(rows).hasSize(3);
        assertThat(((Row.Unreadable) rows.get(0)).message()).contains("never closed");
        assertThat(rows.get(1)).isEqualTo(new Row.Read(3, "{\"a\":2}", Map.of("a", 2)));
        assertThat(rows.get(2)).isEqualTo(new Row.Read(4, "{\"a\":3}", Map.of("a", 3)));
    }

    @Test
    void a_missing_comma_and_a_file_that_ends_too_early_are_told() throws Exception {
        List<Row> rows = read("[{\"a\":1} {\"a\":2}, {\"a\":3}, {\"a\":", Format.JSON);

        assertThat(rows).hasSize(5);
        assertThat(((Row.Unreadable) rows.get(1)).message()).contains("a comma is missing");
        assertThat(rows.get(2)).isInstanceOf(Row.Read.class);
        assertThat(((Row.Unreadable) rows.get(3)).message()).contains("the file ends inside this JSON value");
        assertThat(((Row.Unreadable) rows.get(4)).message()).contains("the array that begins in line 1");
    }

    @Test
    void a_line_beyond_all_measure_is_cut_and_the_next_is_read() throws Exception {
        String huge = "{\"a\":\"" + "x".repeat(RowReader.LONGEST) + "\"}";

        List<Row> rows = read(huge + "\n{\"a\":2}\n", Format.NDJSON);

        assertThat(((Row.Unreadable) rows.get(0)).message()).contains("longer than");
        assertThat(rows.get(1)).isEqualTo(new Row.Read(2, "{\"a\":2}", Map.of("a", 2)));
        assertThat(read("[" + huge + ",\n{\"a\":2},\n{\"a\":3}]", Format.JSON)).hasSizeGreaterThanOrEqualTo(1);
    }

    private List<Row> read(String content, Format format) throws Exception {
        return Exports.rows(new Exports(directory).file("x.json", content), format);
    }
}
