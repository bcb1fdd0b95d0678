package io.journeystream.serve.odata;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the views in PostgreSQL, of some teams only: the database itself sees to that (role {@code
 * journeystream_odata}). All that one client is told at a time is of one moment.
 */
public final class PostgresFeed implements Feed, AutoCloseable {
    private static final String EVERYBODY = "*";
    private static final String ROLE = "set local role journeystream_odata";
    private static final String WHO =
            "select set_config('journeystream.teams', ?, true), set_config('statement_timeout', ?, true),"
                    + " set_config('timezone', 'UTC', true)";

    private final DataSource database;
    private final Set<String> teams;
    private final Duration within;
    private @Nullable Connection open;

    /**
     * @param teams whose rows are shown; empty for all
     * @param within after how long a statement is given up
     */
    public PostgresFeed(DataSource database, Set<String> teams, Duration within) {
        this.database = database;
        this.teams = Set.copyOf(teams);
        this.within = within;
    }

    @Override
    public List<Row> rows(String sql, List<Object> values, List<ColumnType> types) throws SQLException {
        try (PreparedStatement statement = connection().prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            List<Row> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found, types));
                }
            }
            return rows;
        }
    }

    private static Row row(ResultSet found, List<ColumnType> types) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(types.size());
        for (int i = 0; i < types.size(); i++) {
            values.add(types.get(i).read(found, i + 1));
        }
        return new Row(values);
    }

    private Connection connection() throws SQLException {
        Connection connection = open;
        if (connection == null) {
            connection = database.getConnection();
            open = connection;
            begin(connection);
        }
        return connection;
    }

    private void begin(Connection connection) throws SQLException {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try (Statement role = connection.createStatement();
                PreparedStatement who = connection.prepareStatement(WHO)) {
            who.setString(1, teams.isEmpty() ? EVERYBODY : String.join(",", teams));
            who.setString(2, Long.toString(within.toMillis()));
            who.execute();
            role.execute(ROLE);
        }
    }

    @Override
    public void close() throws SQLException {
        if (open != null) {
            open.close();
        }
    }
}
