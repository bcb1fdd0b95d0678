package io.journeystream.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackedFilesTest {
    private static final String ROWS = IntStream.range(0, 5_000)
            .mapToObj(i -> "{\"a\":" + i + ",\"b\":\"" + Integer.toHexString(i * 0x9E3779B9) + "\"}")
            .collect(Collectors.joining("\n", "", "\n"));

    @TempDir
    private Path directory;

    @Test
    void gzip_is_known_by_its_first_bytes_whatever_the_name_says() throws Exception {
        assertThat(Exports.rows(new Exports(directory).gzip("plain.ndjson", ROWS, 0), Format.NDJSON))
                .hasSize(5_000)
                .allMatch(Row.Read.class::isInstance);
    }

    @Test
    void several_gzip_members_are_one_file() throws Exception {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(Exports.gzip("{\"a\":1}\n".getBytes(StandardCharsets.UTF_8)));
        both.writeBytes(Exports.gzip("{\"a\":2}\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(Exports.rows(new Exports(directory).file("x.gz", both.toByteArray()), Format.NDJSON))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 8, 9, 1_000, 20_000})
    void of_a_file_cut_off_all_rows_before_are_read_and_the_last_is_unreadable(int missing) throws Exception {
        Path file = new Exports(directory).gzip("cut.ndjson.gz", ROWS, missing);
        List<Row> rows = new ArrayList<>();
        String damage;
        try (RowFile open = RowFile.open(file, Format.NDJSON, null)) {
            for (Row row = open.next(); row != null; row = open.next()) {
                rows.add(row);
            }
            damage = open.damage();
        }

        int read = rows.size() - 1;
        assertThat(rows.subList(0, read)).allMatch(Row.Read.class::isInstance);
        assertThat(((Row.Read) rows.get(read - 1)).value()).containsEntry("a", read - 1);
        assertThat(((Row.Unreadable) rows.get(read)).message()).isEqualTo(damage);
        assertThat(rows.get(read).line()).isEqualTo(read + 1L);
        assertThat(damage)
                .contains("cut.ndjson.gz is cut off")
                .contains("after byte " + Files.size(file) + " of the file");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void a_file_cut_off_is_damaged_in_every_format(Format format) throws Exception {
        String unquoted = ROWS.replace("\"", "").replace(',', format == Format.TSV ? '\t' : ',');
        String content = format.hasColumns() ? unquoted : ROWS;
        Path file = new Exports(directory).gzip("cut.gz", content, 10_000);

        List<Row> rows = Exports.rows(file, format);

        assertThat(rows.get(rows.size() - 1)).isInstanceOf(Row.Unreadable.class);
        assertThat(((Row.Unreadable) rows.get(rows.size() - 1)).message()).contains("is cut off");
    }

    @Test
    void flipped_bytes_are_damage_not_a_crash() throws Exception {
        byte[] packed = Exports.gzip(ROWS.getBytes(StandardCharsets.UTF_8));
        Random random = new Random(7);
        for (int i = 0; i < 25; i++) {
            byte[] broken = packed.clone();
            broken[2 + random.nextInt(packed.length - 2)] ^= (byte) (1 << random.nextInt(8));
            Path file = new Exports(directory).file("flipped.gz", broken);

            assertThat(Exports.rows(file, Format.NDJSON))
                    .as("seed 7, case %d", i)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void garbage_never_throws(Format format) throws Exception {
        Random random = new Random(9);
        String alphabet = "{}[]\",:;\\\n\r\tae1 é";
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder("h1,h2\th3\n");
            for (int j = random.nextInt(200); j > 0; j--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 9 && random.nextBoolean()) {
                bytes[9 + random.nextInt(bytes.length - 9)] = (byte) random.nextInt();
            }
            Path file = new Exports(directory).file("garbage", bytes);

            assertThat(raw(Exports.rows(file, format))).as("seed 9, case %d", i).isNotNull();
        }
    }

    /** Whatever becomes of the rows, their bytes are bytes of the file. */
    private static byte[] raw(List<Row> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        rows.forEach(row -> bytes.writeBytes(row.rawBytes()));
        return bytes.toByteArray();
    }

    @Test
    void other_packings_missing_files_and_directories_are_refused_with_what_to_do() throws Exception {
        Path zip = new Exports(directory).file("x.csv", new byte[] {'P', 'K', 3, 4, 0, 0});

        assertThatThrownBy(() -> Exports.rows(zip, Format.CSV)).hasMessageContaining("a zip archive: unpack it first");
        assertThatThrownBy(() -> Exports.rows(directory.resolve("no.csv"), Format.CSV))
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> Exports.rows(directory, Format.CSV)).hasMessageContaining("is a directory");
    }

    @Test
    void an_empty_file_has_no_rows() throws Exception {
        for (Format format : Format.values()) {
            assertThat(Exports.rows(new Exports(directory).file("empty", ""), format))
                    .isEmpty();
        }
    }

    @Test
    void the_name_tells_the_format() {
        assertThat(Format.ofName("a.b.CSV.gz")).contains(Format.CSV);
        assertThat(Format.ofName("x.tsv")).contains(Format.TSV);
        assertThat(Format.ofName("x.jsonl")).contains(Format.NDJSON);
        assertThat(Format.ofName("x.json.gz")).contains(Format.JSON);
        assertThat(Format.ofName("january.txt.gz")).isEmpty();
    }
}
