package io.journeystream.serve.bi.sink;

import io.journeystream.serve.bi.schema.Refusals;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Starting over: all facts, their partitions and offsets leave in one transaction. */
public final class StarEmptied {
    private static final String TRUNCATE = """
            truncate bi.fact_journey, bi.fact_contact, bi.fact_leg, bi.fact_survey, bi.fact_switch, bi.agg_health,
                bi.agg_flow, bi.fact_correction, bi.fact_alert, bi.journey_place, bi.identifier, bi.dim_customer,
                bi.dim_journey_type, bi.dim_channel, bi.freshness, bi.sink_offset, bi.sink_topic
            """;

    /** So that the star is filled anew in tables without keys. */
    private static final String DROP = """
            do $$
            declare
                partition record;
            begin
                for partition in select inhparent::regclass as whole, inhrelid::regclass as part
                    from pg_inherits join pg_class parent on parent.oid = inhparent
                    where parent.relkind = 'p' and parent.relnamespace = 'bi'::regnamespace
                loop
                    execute format('alter table %s detach partition %s', partition.whole, partition.part);
                    execute format('drop table %s', partition.part);
                end loop;
            end
            $$
            """;

    private StarEmptied() {}

    /**
     * Empties the star. Whoever else writes is ended by it.
     *
     * @throws io.journeystream.serve.bi.schema.DatabaseRefused if that is not allowed
     * @throws io.journeystream.serve.bi.schema.DatabaseUnavailable if the database does not answer
     */
    public static void empty(DataSource database) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local lock_timeout = '30s'");
                statement.execute("update bi.sink_writer set epoch = epoch + 1");
                statement.execute(TRUNCATE);
                statement.execute(DROP);
            }
            connection.commit();
        } catch (SQLException e) {
            throw Refusals.of(e);
        }
    }
}
