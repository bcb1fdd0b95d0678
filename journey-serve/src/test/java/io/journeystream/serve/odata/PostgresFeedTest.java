package io.journeystream.serve.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.journeystream.serve.bi.schema.BiSchema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The database itself chooses the rows, for a server whose user may make roles and is no superuser. */
class PostgresFeedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TYPES = "select type from bi_v1.dim_journey_type order by type";

    private static EmbeddedPostgres postgres;
    private static DataSource owner;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "32MB")
                .setServerConfig("fsync", "off")
                .start();
        execute(postgres.getPostgresDatabase(), "create role owner login createrole");
        execute(postgres.getPostgresDatabase(), "create database owned owner owner");
        owner = postgres.getDatabase("owner", "owned");
        new BiSchema(owner).migrate();
        execute(
                owner,
                "insert into bi.dim_journey_type (type, title, team, defined) values ('billing', '', 'care', true),"
                        + " ('delivery', '', 'logistics', true), ('other', '', null, true)");
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<Object> told(Set<String> teams, Duration within, String sql) throws SQLException {
        try (PostgresFeed feed = new PostgresFeed(owner, teams, within)) {
            return feed.rows(sql, List.of(), List.of(ColumnType.TEXT)).stream()
                    .<Object>map(row -> String.valueOf(row.values().get(0)))
                    .toList();
        }
    }

    @Test
    void a_team_sees_its_rows_and_who_has_no_team_sees_all() throws SQLException {
        assertThat(told(Set.of("care"), PATIENCE, TYPES)).containsExactly("billing");
        assertThat(told(Set.of("care", "logistics"), PATIENCE, TYPES)).containsExactly("billing", "delivery");
        assertThat(told(Set.of("nobody"), PATIENCE, TYPES)).isEmpty();
        assertThat(told(Set.of(), PATIENCE, TYPES)).containsExactly("billing", "delivery", "other");
    }

    @Test
    void what_all_readers_may_see_a_key_of_a_team_may_not() throws SQLException {
        execute(owner, "insert into bi.reader_team values ('journeystream_reader', '*')");

        assertThat(told(Set.of("care"), PATIENCE, TYPES)).containsExactly("billing");

        execute(owner, "delete from bi.reader_team");
    }

    @Test
    void days_are_those_of_utc_wherever_the_server_runs() throws SQLException {
        assertThat(told(Set.of(), PATIENCE, "select current_setting('timezone')"))
                .containsExactly("UTC");
    }

    @Test
    void nothing_can_be_written_and_nothing_takes_too_long() {
        SQLException written = catchThrowableOfType(
                SQLException.class,
                () -> told(Set.of(), PATIENCE, "insert into bi_v1.dim_hour values (24, '24:00') returning label"));
        SQLException slow = catchThrowableOfType(
                SQLException.class, () -> told(Set.of(), Duration.ofMillis(100), "select pg_sleep(20)::text"));

        assertThat(written.getSQLState()).isEqualTo("42501");
        assertThat(DatabaseTrouble.of(slow).getStatusCode()).isEqualTo(503);
        assertThat(DatabaseTrouble.of(slow)).hasMessageContaining("too long");
    }

    /** Or whoever has a user of the database could say which team they are of. */
    @Test
    void nobody_else_is_believed_which_team_they_are_of() throws SQLException {
        execute(owner, "create role analyst login in role journeystream_reader");

        try (Connection connection = postgres.getDatabase("analyst", "owned").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('journeystream.teams', '*', false)");
            assertThat(statement.executeQuery(TYPES).next()).isFalse();
            SQLException refused =
                    catchThrowableOfType(SQLException.class, () -> statement.execute("set role journeystream_odata"));
            assertThat(refused.getSQLState()).isEqualTo("42501");
        }
    }

    @Test
    void a_user_who_may_not_answer_so_is_told() throws SQLException {
        execute(owner, "create role stranger login in role journeystream_reader");

        SQLException refused = catchThrowableOfType(SQLException.class, () -> {
            try (PostgresFeed feed = new PostgresFeed(postgres.getDatabase("stranger", "owned"), Set.of(), PATIENCE)) {
                feed.rows(TYPES, List.of(), List.of(ColumnType.TEXT));
            }
        });

        assertThat(DatabaseTrouble.of(refused)).hasMessageContaining("grant that role to the user");
    }
}
