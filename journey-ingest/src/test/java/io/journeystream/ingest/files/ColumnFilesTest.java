package io.journeystream.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnFilesTest {
    @TempDir
    private Path directory;

    @Test
    void rows_know_their_fields_their_line_and_their_text() throws Exception {
        List<Row> rows = csv("id,note\r\n1,\"two\r\nlines, \"\"quoted\"\"\"\r\n\r\n2,\r\n");

        assertThat(rows)
                .containsExactly(
                        new Row.Read(
                                2,
                                "1,\"two\r\nlines, \"\"quoted\"\"\"",
                                Map.of("id", "1", "note", "two\r\nlines, \"quoted\"")),
                        new Row.Read(5, "2,", Map.of("id", "2", "note", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void any_line_end_ends_a_row_and_the_last_one_may_be_missing(String end) throws Exception {
        assertThat(csv("a,b" + end + "1,2" + end + end + "3,4"))
                .containsExactly(
                        new Row.Read(2, "1,2", Map.of("a", "1", "b", "2")),
                        new Row.Read(4, "3,4", Map.of("a", "3", "b", "4")));
    }

    @Test
    void a_row_with_another_number_of_columns_is_unreadable_and_the_next_is_read() throws Exception {
        List<Row> rows = csv("a,b\n1\n1,2,3\n1,2\n");

        assertThat(rows).extracting(Row::line).containsExactly(2L, 3L, 4L);
        assertThat(message(rows.get(0))).isEqualTo("has 1 columns, the header row has 2");
        assertThat(message(rows.get(1))).isEqualTo("has 3 columns, the header row has 2");
        assertThat(rows.get(1).raw()).isEqualTo("1,2,3");
        assertThat(rows.get(2)).isInstanceOf(Row.Read.class);
    }

    @Test
    void text_after_a_closing_quote_is_unreadable_and_tells_where() throws Exception {
        List<Row> rows = csv("a,b\n1,\"x\ny\"z\n1,2\n");

        Row.Unreadable broken = (Row.Unreadable) rows.get(0);
        assertThat(broken.message()).contains("text after the quote that closes a field");
        assertThat(broken.line()).isEqualTo(2);
        assertThat(broken.errorLine()).isEqualTo(3);
        assertThat(broken.column()).isEqualTo(3);
        assertThat(broken.raw()).isEqualTo("1,\"x\ny\"z");
        assertThat(rows.get(1)).isEqualTo(new Row.Read(4, "1,2", Map.of("a", "1", "b", "2")));
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_line_and_no_more() throws Exception {
        List<Row> rows = csv("a,b\n1,\"open\n3,4\n5,6\n");

        assertThat(message(rows.get(0))).isEqualTo("has a quote in line 2 that is never closed");
        assertThat(rows.get(0).raw()).isEqualTo("1,\"open");
        assertThat(rows.subList(1, 3))
                .containsExactly(
                        new Row.Read(3, "3,4", Map.of("a", "3", "b", "4")),
                        new Row.Read(4, "5,6", Map.of("a", "5", "b", "6")));
    }

    @Test
    void a_quote_inside_an_unquoted_field_is_part_of_it() throws Exception {
        assertThat(csv("a,b\n5\" pipe,2\n"))
                .containsExactly(new Row.Read(2, "5\" pipe,2", Map.of("a", "5\" pipe", "b", "2")));
    }

    @Test
    void tabs_separate_tsv_and_any_character_csv() throws Exception {
        assertThat(Exports.rows(file("x.tsv", "a\tb\n1,5\t2\n"), Format.TSV))
                .containsExactly(new Row.Read(2, "1,5\t2", Map.of("a", "1,5", "b", "2")));
        assertThat(Exports.rows(file("x.csv", "a;b\n1,5;2\n"), Format.CSV, ';'))
                .containsExactly(new Row.Read(2, "1,5;2", Map.of("a", "1,5", "b", "2")));
    }

    @Test
    void a_wrong_delimiter_is_seen_in_the_header_and_the_right_one_is_named() throws Exception {
        assertThatThrownBy(() -> csv("a\tb\tc\n1\t2\t3\n"))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("a single column when cut at ','")
                .hasMessageContaining("use --format tsv");
        assertThatThrownBy(() -> csv("a;b;c\n")).hasMessageContaining("use --delimiter ';'");
        assertThat(csv("only\n1\n")).hasSize(1);
    }

    @Test
    void a_header_with_one_name_twice_is_refused_and_a_missing_name_is_made_up() throws Exception {
        assertThatThrownBy(() -> csv("a,b,a\n1,2,3\n")).hasMessageContaining("two columns are called \"a\"");
        assertThat(csv("a,\n1,2\n")).containsExactly(new Row.Read(2, "1,2", Map.of("a", "1", "column2", "2")));
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_name() throws Exception {
        assertThat(csv("\uFEFFid,b\n1,2\n")).containsExactly(new Row.Read(2, "1,2", Map.of("id", "1", "b", "2")));
    }

    @Test
    void bytes_that_are_not_utf8_cost_their_row_which_is_kept_byte_by_byte() throws Exception {
        byte[] latin = "a,b\n1,M\u00fcller\n2,x\n".getBytes(StandardCharsets.ISO_8859_1);

        List<Row> rows = Exports.rows(new Exports(directory).file("x.csv", latin), Format.CSV);

        Row.Unreadable broken = (Row.Unreadable) rows.get(0);
        assertThat(broken.message()).contains("not UTF-8");
        assertThat(broken.column()).isEqualTo(4);
        assertThat(broken.rawBytes()).isEqualTo("1,M\u00fcller".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(rows.get(1)).isInstanceOf(Row.Read.class);
    }

    @Test
    void a_utf16_file_is_refused_at_its_header() {
        byte[] utf16 = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16);

        assertThatThrownBy(() -> Exports.rows(new Exports(directory).file("x.csv", utf16), Format.CSV))
                .hasMessageContaining("not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatever_is_written_as_rfc_4180_has_it_is_read_as_it_was(long seed) throws Exception {
        Random random = new Random(seed);
        char delimiter = ",;\t|".charAt(random.nextInt(4));
        List<Map<String, Object>> written = new ArrayList<>();
        StringBuilder text = new StringBuilder("one" + delimiter + "two" + delimiter + "three\n");
        for (int i = 0; i < 3_000; i++) {
            Map<String, Object> row = row(random);
            written.add(row);
            text.append(row.values().stream()
                            .map(value -> quoted((String) value, delimiter, random))
                            .collect(Collectors.joining(String.valueOf(delimiter))))
                    .append(random.nextBoolean() ? "\n" : "\r\n");
        }

        List<Row> rows = Exports.rows(file("r.csv", text.toString()), Format.CSV, delimiter);

        assertThat(rows).allMatch(Row.Read.class::isInstance, "can be read, seed " + seed);
        assertThat(rows)
                .as("seed %d", seed)
                .extracting(row -> ((Row.Read) row).value())
                .isEqualTo(written);
    }

    private static Map<String, Object> row(Random random) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (String name : List.of("one", "two", "three")) {
            String value = random.ints(random.nextInt(6), 0, 12)
                    .mapToObj(i -> List.of("a", "b", ",", ";", "\t", "|", "\"", "\n", "\r\n", "é", "😀", " ")
                            .get(i))
                    .collect(Collectors.joining());
            row.put(name, value);
        }
        return row;
    }

    private static String quoted(String value, char delimiter, Random random) {
        boolean must =
                value.indexOf(delimiter) >= 0 || value.contains("\"") || value.contains("\n") || value.contains("\r");
        return must || random.nextInt(5) == 0 ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    private List<Row> csv(String content) throws Exception {
        return Exports.rows(file("x.csv", content), Format.CSV);
    }

    private Path file(String name, String content) throws Exception {
        return new Exports(directory).file(name, content);
    }

    private static String message(Row row) {
        return ((Row.Unreadable) row).message();
    }
}
