package io.journeystream.serve.bi.sink;

import io.journeystream.serve.bi.schema.BiSchema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A PostgreSQL of its own with the star, empty. */
final class EmptyStar implements AutoCloseable {
    /** Each brings PostgreSQL's usual 64 locks. */
    static final int CONNECTIONS = 60;

    private final EmbeddedPostgres postgres;

    EmptyStar() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "32MB")
                .setServerConfig("max_connections", String.valueOf(CONNECTIONS))
                .setServerConfig("fsync", "off")
                .start();
        new BiSchema(database()).migrate();
    }

    DataSource database() {
        return postgres.getPostgresDatabase();
    }

    /** The first number of an answer. */
    static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
