package io.journeystream.serve.bi;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL for the tests of a class, small. */
final class Postgres implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final AtomicInteger databases = new AtomicInteger();

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    static Postgres start() throws IOException {
        return new Postgres(EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "32MB")
                .setServerConfig("max_connections", "20")
                .setServerConfig("fsync", "off")
                .start());
    }

    /** A database of its own, empty. */
    String newDatabase() throws java.sql.SQLException {
        String name = "test" + databases.incrementAndGet();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return name;
    }

    DataSource as(String user, String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database);
        source.setUser(user);
        return source;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
