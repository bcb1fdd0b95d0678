package io.journeystream.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {
    private static final String BASE = """
            {"type": "record", "name": "R", "doc": "A record.", "fields": [
              {"name": "id", "type": "string", "doc": "Its id."},
              {"name": "kind", "type": {"type": "enum", "name": "E", "doc": "Kinds.", "symbols": ["A", "B"], "default": "A"},
               "doc": "Its kind."},
              {"name": "size", "type": "int", "doc": "Its size."}]}
            """;

    private static Schema schema(String json) {
        return new Schema.Parser().parse(json);
    }

    @ParameterizedTest
    @MethodSource("io.journeystream.schemas.SchemaHistory#all")
    void everySchemaIsReleasedAndReadsAllThatWasEverReleased(SchemaHistory history) {
        assertThat(history.objections()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.journeystream.schemas.SchemaHistory#all")
    void everySchemaSaysWhatItMeans(SchemaHistory history) {
        assertThat(SchemaStyle.objections(history.current())).isEmpty();
    }

    @Test
    void noVersionIsLeftOut() throws IOException {
        try (Stream<Path> files = Files.walk(SchemaHistory.FOLDER.resolve("versions"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".avsc")).count())
                    .isEqualTo(SchemaHistory.all().stream()
                            .mapToInt(history -> history.released().size())
                            .sum());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\": \"id\", \"type\": \"string\"|{\"name\": \"key\", \"type\": \"string\"|version 1: key at /fields/0",
                "\"name\": \"size\", \"type\": \"int\"|\"name\": \"size\", \"type\": \"string\"|reader type: STRING",
                "[\"A\", \"B\"], \"default\": \"A\"|[\"A\"]|[B]",
                "\"name\": \"R\"|\"name\": \"S\"|expected: R",
            })
    void aChangeThatCannotReadTheOldIsRefused(String was, String is, String expected) {
        assertThat(BASE).contains(was);
        Schema changed = schema(BASE.replace(was, is));

        List<String> objections = new SchemaHistory("t", changed, List.of(schema(BASE), changed)).objections();

        assertThat(objections)
                .isNotEmpty()
                .allSatisfy(objection -> assertThat(objection).contains("cannot read version 1"));
        assertThat(objections.toString()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"type\": \"int\"|\"type\": \"long\"",
                "[\"A\", \"B\"]|[\"A\", \"B\", \"C\"]",
                "[\"A\", \"B\"]|[\"A\"]",
                "\"fields\": [|\"fields\": [{\"name\": \"new\", \"type\": \"int\", \"default\": 0},",
            })
    void aChangeThatReadsTheOldIsFine(String was, String is) {
        assertThat(BASE).contains(was);
        Schema changed = schema(BASE.replace(was, is));

        assertThat(new SchemaHistory("t", changed, List.of(schema(BASE), changed)).objections())
                .isEmpty();
    }

    @Test
    void everyOlderVersionCountsAndNotOnlyTheLast() {
        Schema first = schema(BASE.replace("\"int\"", "\"string\""));
        Schema second = schema(BASE.replace("\"int\"", "[\"int\", \"string\"]"));
        Schema third = schema(BASE);

        assertThat(new SchemaHistory("t", third, List.of(first, second, third)).objections())
                .anySatisfy(objection -> assertThat(objection).contains("version 3 cannot read version 1"));
    }

    @Test
    void aChangeThatIsNotReleasedSaysHowToReleaseIt() {
        Schema changed = schema(BASE.replace("Its size.", "Its size in bytes."));

        assertThat(new SchemaHistory("t", changed, List.of(schema(BASE))).objections())
                .containsExactly("t is not what was released last. A new version is released by:"
                        + " cp schemas/t.avsc schemas/versions/t/2.avsc");
        assertThat(new SchemaHistory("t", changed, List.of()).objections())
                .singleElement()
                .asString()
                .endsWith("/1.avsc");
    }

    @Test
    void whatSaysTooLittleIsRefused() {
        assertThat(SchemaStyle.objections(schema(BASE))).isEmpty();
        assertThat(SchemaStyle.objections(schema(BASE.replace("Its size.", " "))))
                .containsExactly("R.size needs a doc: meaning, unit, what null means");
        assertThat(SchemaStyle.objections(schema(BASE.replace("\"doc\": \"Kinds.\",", ""))))
                .containsExactly("E needs a doc: meaning, unit, what null means");
        assertThat(SchemaStyle.objections(schema(BASE.replace(", \"default\": \"A\"", ""))))
                .containsExactly("E needs a default, for readers that do not know a later symbol");
        assertThat(SchemaStyle.objections(
                        schema(BASE.replace("\"int\"", "[\"null\", {\"type\": \"array\", \"items\": \"float\"}]"))))
                .containsExactly("R.size must be a double: a float cannot hold what we measure");
    }
}
