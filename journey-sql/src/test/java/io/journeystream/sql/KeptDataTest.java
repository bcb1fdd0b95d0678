package io.journeystream.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class KeptDataTest {
    @TempDir
    private Path directory;

    @Test
    void a_directory_that_was_kept_is_asked_even_if_nothing_has_happened_yet() {
        LocalStack.start(StackSettings.in(directory)).close();

        Command asked = Command.run(
                "sql",
                "select (select count(*) from fact_journey) as journeys, (select count(*) from freshness) as topics,"
                        + " (select currency from definitions) as currency, (select count(*) from dim_hour) as hours",
                "--output",
                "csv",
                "--data",
                directory.toString());

        assertThat(asked.out()).as("%s", asked).isEqualTo("journeys,topics,currency,hours\r\n0,6,USD,24\r\n");
    }

    @Test
    void a_database_of_others_is_neither_asked_nor_harmed() throws Exception {
        Path text = Files.writeString(directory.resolve("notes.txt"), "not a database");

        Command asked = Command.run("sql", "select 1", "--database", text.toString());

        assertThat(asked.exitCode()).isEqualTo(1);
        assertThat(asked.err()).contains("notes.txt cannot be opened as a database of DuckDB");
        assertThat(text).hasContent("not a database");
    }

    @Test
    void a_directory_of_something_else_is_refused_and_stays_as_it_is() throws Exception {
        Files.writeString(directory.resolve("notes.txt"), "not a database");

        Command asked = Command.run("sql", "select 1", "--data", directory.toString());

        assertThat(asked.exitCode()).isEqualTo(1);
        assertThat(asked.err()).contains("holds no Kafka");
        assertThat(directory.toFile().list()).containsExactly("notes.txt");
    }

    @Test
    void a_directory_that_is_not_there_is_told() {
        Command asked =
                Command.run("sql", "select 1", "--data", directory.resolve("no").toString());

        assertThat(asked.exitCode()).isEqualTo(1);
        assertThat(asked.err()).contains("is no directory");
    }
}
