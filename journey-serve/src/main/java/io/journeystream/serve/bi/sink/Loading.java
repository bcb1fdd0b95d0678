package io.journeystream.serve.bi.sink;

import io.journeystream.definitions.Definitions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes batches, each in one transaction: what its rows replace is deleted, the rows come by COPY, and the offsets with
 * them. So a batch is in the database once or not at all. For one thread, with one connection.
 */
public final class Loading {
    private static final Logger LOG = LoggerFactory.getLogger(Loading.class);

    /** Keys are looked up one by one: else a plan for other numbers would read whole partitions. */
    private static final String LOOK_UP = """
            set local enable_hashjoin = off;
            set local enable_mergejoin = off;
            set local enable_seqscan = off;
            """;

    private static final String NO_RIGHT = "42501";

    private final Connection connection;
    private final CopyManager copies;
    private final Dimensions dimensions = new Dimensions();
    private final Months months = new Months();
    private final boolean trusted;

    /** @param connection without auto-commit, for this alone */
    public Loading(Connection connection) throws SQLException {
        this.connection = connection;
        waitForNoDisk();
        this.trusted = trustOwnRows();
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /**
     * If PostgreSQL crashes, its last transactions may be gone with this: rows and offsets alike, so they come again from
     * Kafka.
     */
    private void waitForNoDisk() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
        }
        connection.commit();
    }

    /**
     * Foreign keys hold by construction here; checking them row by row takes more than ten times as long as all the rest.
     * For everybody else they are checked.
     */
    private boolean trustOwnRows() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            connection.commit();
            return true;
        } catch (SQLException e) {
            if (!NO_RIGHT.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback();
            LOG.warn(
                    "PostgreSQL checks every foreign key of every row, so loading much takes ten times as long: grant set"
                            + " on parameter session_replication_role to the sink's user");
            return false;
        }
    }

    /** Whether rows may come before that to which they refer. */
    boolean isTrusted() {
        return trusted;
    }

    /** Writes rows in a transaction of their own, and no offsets. */
    public void load(Batch batch) throws SQLException {
        load(batch, start -> {}, end -> {});
    }

    /**
     * Writes rows, and whatever else belongs into their transaction.
     *
     * @param start done first
     * @param end done last
     */
    void load(Batch batch, SqlStep start, SqlStep end) throws SQLException {
        months.ensure(connection, batch.months());
        start.run(connection);
        write(batch);
        end.run(connection);
        connection.commit();
        dimensions.committed(batch);
    }

    private void write(Batch batch) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOOK_UP);
        }
        Definitions inForce = batch.definitions();
        if (inForce != null) {
            dimensions.define(connection, inForce);
        }
        dimensions.add(connection, batch);
        Set<String> left = replace(batch, Replaced.JOURNEYS);
        for (Replaced each : List.of(Replaced.HEALTH, Replaced.FLOWS, Replaced.CORRECTIONS, Replaced.ALERTS)) {
            replace(batch, each);
        }
        Set<String> named = replace(batch, Replaced.IDENTIFIERS);
        batch.copyInto(copies);
        customers(batch, left, named);
    }

    /** A step of a transaction. */
    @FunctionalInterface
    interface SqlStep {
        void run(Connection connection) throws SQLException;
    }

    private Set<String> replace(Batch batch, Replaced what) throws SQLException {
        List<String[]> keys = batch.replaced(what);
        if (keys.isEmpty()) {
            return Set.of();
        }
        List<Collection<String>> parts = new ArrayList<>();
        for (int part = 0; part < what.keys(); part++) {
            int each = part;
            parts.add(keys.stream().map(key -> key[each]).toList());
        }
        return Sql.texts(connection, what.delete(), parts);
    }

    /** How many identifiers name whom, and those customers leave of whom nothing is left. */
    private void customers(Batch batch, Set<String> left, Set<String> named) throws SQLException {
        Set<String> renamed = new HashSet<>(named);
        renamed.addAll(batch.named());
        if (!renamed.isEmpty()) {
            Sql.update(connection, NAMED, List.of(renamed));
        }
        Set<String> gone = new HashSet<>(left);
        gone.addAll(named);
        gone.removeAll(batch.customers());
        gone.removeAll(batch.named());
        if (!gone.isEmpty()) {
            Sql.update(connection, GONE, List.of(gone));
        }
    }

    private static final String NAMED = """
            insert into bi.dim_customer (customer_id, identifiers, identifier_types, since)
            select c.id, count(i.customer_id),
                coalesce(array_agg(distinct i.identifier_type) filter (where i.customer_id is not null), '{}'),
                min(i.since)
            from unnest(?::text[]) as c (id) left join bi.identifier i on i.customer_id = c.id
            group by c.id
            on conflict (customer_id) do update set identifiers = excluded.identifiers,
                identifier_types = excluded.identifier_types, since = excluded.since
            """;

    private static final String GONE = """
            delete from bi.dim_customer c using unnest(?::text[]) as g (id)
            where c.customer_id = g.id
                and not exists (select from bi.fact_journey j where j.customer_id = g.id)
                and not exists (select from bi.identifier i where i.customer_id = g.id)
            """;
}
