package io.journeystream.local.bi;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.local.cli.Journey;
import io.journeystream.local.database.EmbeddedDatabase;
import io.journeystream.local.machine.DataDirectory;
import io.journeystream.serve.bi.schema.BiSchema;
import io.journeystream.serve.bi.schema.DatabaseAccess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way of the sink is said in one sentence, with what to do. */
@Timeout(120)
class BiRefusalsTest {
    @TempDir
    private static Path directory;

    private static DataDirectory data;
    private static EmbeddedDatabase postgres;

    @BeforeAll
    static void start() {
        data = DataDirectory.open(directory);
        postgres = EmbeddedDatabase.start(data, 0);
    }

    @AfterAll
    static void stop() {
        postgres.close();
        data.close();
    }

    @Test
    void a_wrong_password() throws Exception {
        assertThat(refusal("journeystream", "postgres", "wrong"))
                .contains("password authentication failed", "bi.password")
                .doesNotContain("wrong");
    }

    @Test
    void a_database_that_does_not_exist() throws Exception {
        assertThat(refusal("nowhere", "postgres", password())).contains("\"nowhere\" does not exist", "bi.jdbc-url");
    }

    @Test
    void a_user_without_rights() throws Exception {
        database("rights");
        Database.ask(owner("postgres"), "create role guest login password 'guest'");

        assertThat(refusal("rights", "guest", "guest")).contains("permission denied", "docs/bi.md");
    }

    @Test
    void a_schema_that_is_missing_and_not_to_be_made() throws Exception {
        database("none");

        assertThat(refusal("none", "postgres", password(), "--set", "bi.migrate=false"))
                .contains("missing or of an older version", "bi.migrate=true");
    }

    @Test
    void a_schema_of_an_older_version_that_is_not_to_be_changed() throws Exception {
        DatabaseAccess access = database("older");
        new BiSchema(access.source()).migrate();
        new BiSchema(access.source()).check();
        Database.ask(access, "update bi.schema_version set checksum = 1 where version is null");

        assertThat(refusal("older", "postgres", password(), "--set", "bi.migrate=false"))
                .contains("of an older version", "bi.migrate=true");
    }

    @Test
    void a_schema_of_a_newer_version() throws Exception {
        DatabaseAccess access = database("newer");
        new BiSchema(access.source()).migrate();
        Database.ask(
                access,
                "insert into bi.schema_version (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, execution_time, success)"
                        + " values (99, '99', 'more', 'SQL', 'V99__more.sql', 1, 'postgres', 1, true)");

        assertThat(refusal("newer", "postgres", password())).contains("newer version (version 99, more)");
        assertThat(refusal("newer", "postgres", password(), "--set", "bi.migrate=false"))
                .contains("newer version (version 99, more)");
    }

    @Test
    void a_password_inside_the_url() throws Exception {
        assertThat(refused("jdbc:postgresql://127.0.0.1/x?password=hush-hush"))
                .contains("bi.jdbc-url", "bi.password-file")
                .doesNotContain("hush");
    }

    @Test
    void a_password_that_is_missing() {
        assertThat(refused(url("journeystream"))).contains("no password was provided", "bi.password");
    }

    private static String refusal(String database, String user, String password, String... more) {
        List<String> words = new ArrayList<>(List.of("--set", "bi.user=" + user, "--set", "bi.password=" + password));
        words.addAll(List.of(more));
        return refused(url(database), words.toArray(String[]::new));
    }

    /** What {@code ./journey bi run} says; it comes to Kafka only after the database. */
    private static String refused(String url, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "bi",
                "run",
                "--bootstrap-server",
                "127.0.0.1:1",
                "--registry",
                "http://127.0.0.1:1",
                "--jdbc-url",
                url));
        words.addAll(List.of(more));
        Journey run = Journey.run(words.toArray(String[]::new));
        assertThat(run.exitCode()).as("%s", run).isEqualTo(1);
        return run.err();
    }

    private static DatabaseAccess database(String name) throws Exception {
        Database.ask(owner("postgres"), "create database " + name);
        return owner(name);
    }

    private static DatabaseAccess owner(String database) {
        return new DatabaseAccess(url(database), "postgres", password());
    }

    private static String url(String database) {
        return postgres.access().jdbcUrl().replaceFirst("[^/]*$", database);
    }

    private static String password() {
        return String.valueOf(postgres.access().password());
    }
}
