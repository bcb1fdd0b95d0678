package io.journeystream.serve.bi.sink;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Which of several sinks over one database writes. It holds a lock of its session, by which others stand by, and a
 * number, by which a sink that has lost its session unawares can write no more once another has taken over.
 */
final class WriterTurn {
    /** Any number will do that nobody else takes in this database. */
    private static final long LOCK = 5_602_331_877L;

    /** Whose host has died is missed within a minute, not after the hours of most systems. */
    private static final String MISSED_SOON =
            "set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3";

    private final long epoch;

    private WriterTurn(long epoch) {
        this.epoch = epoch;
    }

    /** Whether nobody else writes; if so, from now on this session does, until it ends. */
    static boolean lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(MISSED_SOON);
        }
        boolean locked = number(connection, "select pg_try_advisory_lock(" + LOCK + ")::int") == 1;
        connection.commit();
        return locked;
    }

    /** The next number. */
    static WriterTurn take(Connection connection) throws SQLException {
        long epoch = number(connection, "update bi.sink_writer set epoch = epoch + 1 returning epoch");
        connection.commit();
        return new WriterTurn(epoch);
    }

    /**
     * At the start of a transaction: nobody can take over until it has ended.
     *
     * @throws TakenOver if somebody has
     */
    void hold(Connection connection) throws SQLException {
        if (number(connection, "select epoch from bi.sink_writer for update") != epoch) {
            throw new TakenOver();
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            if (!row.next()) {
                throw new SQLException("bi.sink_writer has no row: it is part of the schema", "42P01");
            }
            return row.getLong(1);
        }
    }

    /** Another sink writes now. */
    static final class TakenOver extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TakenOver() {
            super("another sink has taken over this database");
        }
    }
}
