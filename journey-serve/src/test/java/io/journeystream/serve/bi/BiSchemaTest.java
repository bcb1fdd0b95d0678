package io.journeystream.serve.bi;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.serve.bi.schema.BiSchema;
import io.journeystream.serve.bi.star.Star;
import io.journeystream.serve.bi.star.Table;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BiSchemaTest {
    private static Postgres postgres;
    private static DataSource database;

    @BeforeAll
    static void migrated() throws IOException, SQLException {
        postgres = Postgres.start();
        database = postgres.as("postgres", postgres.newDatabase());
        new BiSchema(database).migrate();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void every_table_and_column_says_what_it_means() throws SQLException {
        assertThat(asked("""
                        select n.nspname || '.' || c.relname || coalesce('.' || a.attname, '')
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        left join lateral (
                            select attnum, attname from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped
                            union all select 0, null) a on true
                        where n.nspname in ('bi', 'bi_v1') and c.relkind in ('r', 'p', 'v') and c.relname <> 'schema_version'
                            and not c.relispartition
                            and coalesce(trim(case when a.attnum = 0 then obj_description(c.oid, 'pg_class')
                                else col_description(c.oid, a.attnum) end), '') = ''
                        """)).isEmpty();
    }

    @Test
    void every_column_is_of_the_type_that_its_field_is_written_as() throws SQLException {
        for (Table table : Star.TABLES) {
            assertThat(asked(
                            "select attname || ' ' || format_type(atttypid, atttypmod) from pg_attribute where attnum > 0"
                                    + " and attrelid = 'bi." + table.name() + "'::regclass order by attnum"))
                    .as(table.name())
                    .isEqualTo(table.typedColumns());
        }
    }

    @Test
    void views_and_comments_are_made_again_without_harm() throws SQLException {
        asked("update bi.schema_version set checksum = 1 where version is null returning 1");

        new BiSchema(database).migrate();

        new BiSchema(database).check();
        assertThat(asked("select count(*) from bi_v1.fact_journey")).containsExactly("0");
    }

    private static List<String> asked(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
