package io.journeystream.serve.bi.sink;

import io.journeystream.serve.bi.schema.DatabaseRefused;
import io.journeystream.serve.bi.schema.Refusals;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Starting over: all facts and offsets leave in one transaction, and then their empty partitions. */
public final class StarEmptied {
    private static final String TRUNCATE = """
            truncate bi.fact_journey, bi.fact_contact, bi.fact_leg, bi.fact_survey, bi.fact_switch, bi.agg_health,
                bi.agg_flow, bi.fact_correction, bi.fact_alert, bi.journey_place, bi.identifier, bi.dim_customer,
                bi.dim_journey_type, bi.dim_channel, bi.freshness, bi.sink_offset, bi.sink_topic
            """;

    private static final String PARTITIONS = """
            select inhparent::regclass::text, inhrelid::regclass::text
            from pg_inherits join pg_class parent on parent.oid = inhparent
            where parent.relkind = 'p' and parent.relnamespace = 'bi'::regnamespace
            order by right(inhrelid::regclass::text, 7) desc, array_position(?::text[], inhparent::regclass::text) desc
            """;

    private static final String TAKEN = "55P03";

    private StarEmptied() {}

    /**
     * Empties the star. Whoever else writes is ended by it.
     *
     * @throws io.journeystream.serve.bi.schema.DatabaseRefused if that is not allowed, or somebody holds the tables
     * @throws io.journeystream.serve.bi.schema.DatabaseUnavailable if the database does not answer
     */
    public static void empty(DataSource database) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set lock_timeout = '30s'");
                statement.execute("update bi.sink_writer set epoch = epoch + 1");
                statement.execute(TRUNCATE);
            }
            connection.commit();
            dropPartitions(connection);
        } catch (SQLException e) {
            throw TAKEN.equals(e.getSQLState())
                    ? new DatabaseRefused(
                            "the star cannot be emptied: another sink is filling it, or somebody has read in it for 30 s"
                                    + " and not ended: stop that, and try again",
                            e)
                    : Refusals.of(e);
        }
    }

    /** So that the star is filled anew in tables without keys. One at a time: all of many years take too many locks. */
    private static void dropPartitions(Connection connection) throws SQLException {
        for (String[] each : partitions(connection)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("alter table " + each[0] + " detach partition " + each[1]);
                statement.execute("drop table " + each[1]);
            }
            connection.commit();
        }
    }

    private static List<String[]> partitions(Connection connection) throws SQLException {
        String[] order =
                Months.TABLES.stream().map(table -> "bi." + table.name()).toArray(String[]::new);
        try (PreparedStatement statement = connection.prepareStatement(PARTITIONS)) {
            statement.setArray(1, connection.createArrayOf("text", order));
            try (ResultSet rows = statement.executeQuery()) {
                List<String[]> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(new String[] {rows.getString(1), rows.getString(2)});
                }
                return found;
            }
        }
    }
}
