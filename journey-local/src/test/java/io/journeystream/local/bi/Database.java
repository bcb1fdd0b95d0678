package io.journeystream.local.bi;

import io.journeystream.local.machine.LoopbackPort;
import io.journeystream.serve.bi.schema.BiSchema;
import io.journeystream.serve.bi.schema.DatabaseAccess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A small PostgreSQL of a test's own, which it can stop and start again. */
final class Database implements AutoCloseable {
    /** All rows of a table, however they lie in it, as one number. */
    private static final String DIGEST =
            "select 'TABLE ' || count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0)" + " from bi.TABLE t";

    private static final List<String> TABLES = List.of(
            "fact_journey",
            "fact_contact",
            "fact_leg",
            "fact_survey",
            "fact_switch",
            "agg_health",
            "agg_flow",
            "fact_correction",
            "fact_alert",
            "dim_customer",
            "dim_journey_type",
            "dim_channel",
            "identifier",
            "journey_place");

    private final Path data;
    private final AtomicInteger databases = new AtomicInteger();
    private EmbeddedPostgres server;

    Database(Path data) throws IOException {
        this.data = data;
        this.server = builder().setPort(LoopbackPort.free()).start();
    }

    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("max_connections", "30")
                .setServerConfig("fsync", "off");
    }

    /** A database of its own with the star, empty. */
    DatabaseAccess withStar() throws SQLException {
        DatabaseAccess access = empty();
        new BiSchema(access.source()).migrate();
        return access;
    }

    /** A database of its own, without anything. */
    DatabaseAccess empty() throws SQLException {
        String name = "test" + databases.incrementAndGet();
        ask(as("postgres", "postgres"), "create database " + name);
        return as("postgres", name);
    }

    /** Nobody needs a password here. */
    DatabaseAccess as(String user, String database) {
        return new DatabaseAccess("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database, user, null);
    }

    static String name(DatabaseAccess access) {
        return access.jdbcUrl().substring(access.jdbcUrl().lastIndexOf('/') + 1);
    }

    void stop() throws IOException {
        server.close();
    }

    void startAgain() throws IOException {
        server = builder().setPort(server.getPort()).start();
    }

    /** First columns of what it answers; nothing for statements without an answer. */
    static List<String> ask(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = access.source().getConnection();
                Statement statement = connection.createStatement()) {
            List<String> answers = new ArrayList<>();
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        answers.add(String.valueOf(rows.getString(1)));
                    }
                }
            }
            return answers;
        }
    }

    /** The same for the same rows. */
    static List<String> digests(DatabaseAccess access) throws SQLException {
        List<String> digests = new ArrayList<>();
        for (String table : TABLES) {
            digests.addAll(ask(access, DIGEST.replace("TABLE", table)));
        }
        return digests;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
