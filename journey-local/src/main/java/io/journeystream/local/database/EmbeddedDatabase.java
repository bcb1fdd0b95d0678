package io.journeystream.local.database;

import io.journeystream.local.machine.CannotStart;
import io.journeystream.local.machine.DataDirectory;
import io.journeystream.local.machine.LoopbackPort;
import io.journeystream.serve.bi.schema.DatabaseAccess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL in a process of its own, on this machine only and with a password. What it stores outlives it in its
 * directory. Stops with this process, unless that is killed: the next start then takes over its directory.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String SUPERUSER = "postgres";
    private static final String WITH_PASSWORD = """
            # only from this machine, and only with the password in the file postgres.password beside this directory
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;
    private static final int PASSWORD_BYTES = 18;

    private final EmbeddedPostgres server;
    private final Path passwordFile;
    private final String password;

    private EmbeddedDatabase(EmbeddedPostgres server, Path passwordFile, String password) {
        this.server = server;
        this.passwordFile = passwordFile;
        this.password = password;
    }

    /**
     * Starts on a directory that is new or that one of this kind has written; returns when it can be used.
     *
     * @param port 0 for a free one
     * @throws CannotStart if the port is taken or the directory cannot be used
     */
    public static EmbeddedDatabase start(DataDirectory directory, int port) {
        Path data = directory.subdirectory("postgres");
        Path passwordFile = directory.path().resolve("postgres.password");
        try {
            String password = password(passwordFile);
            LeftOver.end(data);
            EmbeddedPostgres server = builder(data, port, password).start();
            if (!Files.readString(data.resolve("pg_hba.conf")).equals(WITH_PASSWORD)) {
                finish(server, data, password);
            }
            return new EmbeddedDatabase(server, passwordFile, password);
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new CannotStart(
                    "PostgreSQL cannot be started in " + data + " (" + e.getMessage()
                            + "): see the log above, choose another directory with bi.data, or name a database of your own"
                            + " with bi.jdbc-url.",
                    e);
        }
    }

    /** Memory is kept small: whoever has much data has a server. */
    private static EmbeddedPostgres.Builder builder(Path data, int port, String password) {
        return EmbeddedPostgres.builder()
                .setPort(port == 0 ? LoopbackPort.free() : port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setConnectConfig("password", password)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("max_connections", "50")
                .setServerConfig("max_locks_per_transaction", "512") // a first load locks tables of many months
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("wal_level", "minimal")
                .setServerConfig("max_wal_senders", "0")
                .setServerConfig("jit", "off");
    }

    private static String password(Path file) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password + System.lineSeparator());
        return password;
    }

    /** What the first start has yet to do, also where one before was ended in the middle of it. */
    private static void finish(EmbeddedPostgres server, Path data, String password) throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role " + SUPERUSER + " password '" + password + "'");
            if (!isThere(statement)) {
                statement.execute("create database journeystream");
            }
            Files.writeString(data.resolve("pg_hba.conf"), WITH_PASSWORD);
            statement.execute("select pg_reload_conf()");
        }
    }

    private static boolean isThere(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("select from pg_database where datname = 'journeystream'")) {
            return found.next();
        }
    }

    /** The database, for its owner. */
    public DatabaseAccess access() {
        return new DatabaseAccess(
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/journeystream", SUPERUSER, password);
    }

    /** How to reach it with psql, without the password itself. */
    public String psql() {
        return "PGPASSWORD=$(cat " + passwordFile + ") psql -h 127.0.0.1 -p " + server.getPort() + " -U " + SUPERUSER
                + " journeystream";
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            LOG.warn("PostgreSQL did not stop cleanly: {}", e.toString());
        }
    }
}
