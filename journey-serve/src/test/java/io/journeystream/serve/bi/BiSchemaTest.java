package io.journeystream.serve.bi;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.serve.bi.schema.BiSchema;
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
    void everyTableAndColumnSaysWhatItMeans() throws SQLException {
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
