package io.journeystream.serve.bi.schema;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How a database is reached.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/database}, with further properties of the driver after a {@code ?}
 * @param user null if the URL, or the driver by itself, knows
 * @param password null if there is none, or the URL knows
 */
public record DatabaseAccess(
        String jdbcUrl, @Nullable String user, @Nullable String password) {
    private static final int CONNECT_SECONDS = 10;
    /** A database that has said nothing for as long is taken to be gone. */
    private static final int SILENCE_SECONDS = 300;

    /** Connections, made when they are asked for. */
    public DataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(SILENCE_SECONDS);
        source.setTcpKeepAlive(true);
        source.setApplicationName("journeystream");
        source.setReWriteBatchedInserts(true);
        source.setURL(jdbcUrl);
        if (user != null) {
            source.setUser(user);
        }
        if (password != null) {
            source.setPassword(password);
        }
        return source;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return jdbcUrl.replaceAll("(?i)password=[^&]*", "password=***") + (user == null ? "" : " as " + user);
    }
}
