package io.journeystream.serve.bi.sink;

import static java.util.stream.Collectors.joining;

import io.journeystream.definitions.Definitions;
import io.journeystream.serve.bi.star.Star;
import io.journeystream.serve.bi.star.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * An empty star that is filled in one transaction, with rows that replace none: they go into tables without keys, which
 * get them at the end, sorted at once, and become partitions then. Readers see an empty star until it is committed, and
 * wait only from {@link #reveal} to there. For one thread.
 */
public final class FreshStar {
    /** It takes as long as it takes, and Kafka may be read in between; more memory helps to sort. */
    private static final String PATIENT = """
            set local maintenance_work_mem = '128MB';
            set local idle_in_transaction_session_timeout = 0;
            set local statement_timeout = 0;
            do $$ begin
                perform set_config(name, '0', true) from pg_settings where name = 'transaction_timeout';
            end $$;
            create temporary table identifier_first on commit drop as select * from bi.identifier with no data
            """;

    /** Sorted rows go into keys side by side. */
    private static final String IDENTIFIERS =
            "insert into bi.identifier select * from identifier_first order by identifier_hash";

    private static final String PLACES =
            "insert into bi.journey_place (journey_id, started_at) select journey_id, started_at from (%s) j order by 1";

    private static final String CUSTOMERS = """
            insert into bi.dim_customer (customer_id, identifiers, identifier_types, since)
            select c.customer_id, count(i.customer_id),
                coalesce(array_agg(distinct i.identifier_type) filter (where i.customer_id is not null), '{}'),
                min(i.since)
            from (select customer_id from (%s) j union select customer_id from bi.identifier) c
            left join bi.identifier i using (customer_id)
            group by c.customer_id
            order by c.customer_id
            """;

    private static final String EMPTY = Star.TABLES.stream()
            .map(table -> "not exists (select from bi." + table.name() + ")")
            .collect(joining(" and ", "select ", ""));

    /** All that attaching takes for itself, in the order in which readers mostly name it. */
    private static final String LOCK = Stream.concat(
                    Months.TABLES.stream().map(Table::name),
                    Stream.of("dim_journey_type", "dim_channel", "dim_customer", "dim_date", "dim_hour"))
            .map("bi."::concat)
            .collect(joining(", ", "lock table ", " in access exclusive mode nowait"));

    private static final String TAKEN = "55P03";

    private final Connection connection;
    private final CopyManager copies;
    private final FreshPartitions partitions;
    private final Set<String> types = new TreeSet<>();
    private final Set<String> channels = new TreeSet<>();
    private int records;

    private FreshStar(Connection connection) throws SQLException {
        this.connection = connection;
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
        this.partitions = new FreshPartitions(connection);
    }

    /** Whether no table has a row. */
    static boolean isEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(EMPTY)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /**
     * Begins.
     *
     * @param connection to a star that is empty, without auto-commit, and trusted as {@link Loading} is
     */
    public static FreshStar begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(PATIENT);
        }
        return new FreshStar(connection);
    }

    /**
     * Writes the rows of a batch, whose keys no other one has.
     *
     * @throws io.journeystream.serve.bi.topics.BeyondMeans if they are of too many months for one transaction
     */
    public void add(Batch batch) throws SQLException {
        for (YearMonth month : batch.months()) {
            partitions.make(month);
        }
        types.addAll(batch.types());
        channels.addAll(batch.channels());
        records += batch.records();
        batch.copyInto(copies, FreshStar::target);
    }

    private static @Nullable String target(Table table, @Nullable YearMonth month) {
        if (table.equals(Star.PLACES)) {
            return null; // they are made of the journeys
        }
        if (table.equals(Star.IDENTIFIERS)) {
            return "identifier_first";
        }
        return "bi." + (month == null ? table.name() : table.partition(month));
    }

    /** Of how many records rows were added. */
    int records() {
        return records;
    }

    /** Makes keys, and that to which facts refer. */
    public void complete(Definitions definitions) throws SQLException {
        partitions.index();
        try (Statement statement = connection.createStatement()) {
            statement.execute(IDENTIFIERS);
            statement.execute(PLACES.formatted(journeys("journey_id, started_at")));
            statement.execute(CUSTOMERS.formatted(journeys("customer_id")));
        }
        for (YearMonth month : partitions.months()) {
            Months.days(connection, month);
        }
        Dimensions dimensions = new Dimensions();
        dimensions.define(connection, definitions);
        dimensions.add(connection, types, channels);
    }

    private String journeys(String columns) {
        return Stream.concat(Stream.of("bi.fact_journey"), partitions.of(Star.JOURNEYS).stream())
                .map(table -> "select " + columns + " from " + table)
                .collect(joining(" union all "));
    }

    /**
     * Puts all into the star, if nobody reads just then; from there on readers wait, so whoever calls commits soon.
     *
     * @return false if somebody reads, and nothing was done
     */
    public boolean reveal() throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK);
        } catch (SQLException e) {
            if (!TAKEN.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(before);
            return false;
        }
        partitions.attach();
        return true;
    }
}
