package io.journeystream.serve.bi.sink;

import static java.util.stream.Collectors.joining;

import io.journeystream.definitions.Definitions;
import io.journeystream.serve.bi.star.Star;
import io.journeystream.serve.bi.star.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * An empty star that is filled in one transaction, with rows that replace none: they go into tables without keys, which
 * get them at the end, sorted at once, and become partitions then. Nobody sees anything of it before it is committed, nor
 * waits for it but for the moment of {@link #reveal}. For one thread.
 */
public final class FreshStar {
    /** Only the sink reads these two, so nobody waits while they have no keys. Emptied, their rows need no log. */
    private static final String WITHOUT_KEYS = """
            truncate bi.journey_place, bi.identifier;
            alter table bi.journey_place drop constraint journey_place_pkey;
            alter table bi.identifier drop constraint identifier_pkey;
            drop index bi.identifier_customer_id_idx
            """;

    private static final String KEYS = """
            alter table bi.journey_place add primary key (journey_id);
            alter table bi.identifier add primary key (identifier_hash);
            create index on bi.identifier (customer_id)
            """;

    private static final String FOREIGN_KEYS = """
            select 'alter table PARTITION add ' || pg_get_constraintdef(oid)
            from pg_constraint
            where conrelid = ('bi.' || (?::text[])[1])::regclass and contype = 'f' and conparentid = 0
            """;

    private static final String INDEXES = """
            select coalesce('alter table PARTITION add ' || pg_get_constraintdef(c.oid),
                regexp_replace(pg_get_indexdef(indexrelid), ' INDEX [^ ]+ ON ONLY [^ ]+ ', ' INDEX ON PARTITION '))
            from pg_index left join pg_constraint c on conindid = indexrelid and contype = 'p'
            where indrelid = ('bi.' || (?::text[])[1])::regclass
            """;

    private static final String CUSTOMERS = """
            insert into bi.dim_customer (customer_id, identifiers, identifier_types, since)
            select c.customer_id, count(i.customer_id),
                coalesce(array_agg(distinct i.identifier_type) filter (where i.customer_id is not null), '{}'),
                min(i.since)
            from (%s union select customer_id from bi.identifier) c
            left join bi.identifier i using (customer_id)
            group by c.customer_id
            order by c.customer_id
            """;

    private static final String EMPTY = Star.TABLES.stream()
            .map(table -> "not exists (select from bi." + table.name() + ")")
            .collect(joining(" and ", "select ", ""));

    /** Sorting keys in memory is a third faster than with PostgreSQL's usual 64 MB. */
    private static final String MEMORY = "set local maintenance_work_mem = '128MB'";

    private final Connection connection;
    private final CopyManager copies;
    private final Map<Table, Set<String>> foreignKeys = new HashMap<>();
    private final Map<Table, Set<String>> indexes = new HashMap<>();
    private final Set<YearMonth> months = new TreeSet<>();
    private final Map<Table, Set<YearMonth>> made = new HashMap<>();
    private final Set<String> types = new TreeSet<>();
    private final Set<String> channels = new TreeSet<>();
    private int records;

    private FreshStar(Connection connection) throws SQLException {
        this.connection = connection;
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
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
        FreshStar star = new FreshStar(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute(MEMORY);
            statement.execute(WITHOUT_KEYS);
        }
        for (Table table : Months.TABLES) {
            star.foreignKeys.put(table, star.definitions(FOREIGN_KEYS, table));
            star.indexes.put(table, star.definitions(INDEXES, table));
        }
        return star;
    }

    /** Statements in which {@code PARTITION} stands for the name of a table. */
    private Set<String> definitions(String question, Table table) throws SQLException {
        return Sql.texts(connection, question, List.of(List.of(table.name())));
    }

    /** Writes the rows of a batch, whose keys no other one has. */
    public void add(Batch batch) throws SQLException {
        for (YearMonth month : batch.months()) {
            if (months.add(month)) {
                make(month);
            }
        }
        types.addAll(batch.types());
        channels.addAll(batch.channels());
        records += batch.records();
        batch.copyInto(copies, this::statement);
    }

    /** Rows of a table that nobody else sees yet need no freezing later. */
    private String statement(Table table, @Nullable YearMonth month) {
        if (month == null) {
            return table.copyInto("bi." + table.name());
        }
        String partition = "bi." + table.partition(month);
        return made.getOrDefault(table, Set.of()).contains(month)
                ? table.copyFrozenInto(partition)
                : table.copyInto(partition);
    }

    /** A partition that is there already is taken as it is. */
    private void make(YearMonth month) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Table table : Months.TABLES) {
                if (!Months.isThere(statement, table.partition(month))) {
                    make(statement, table, month);
                }
            }
        }
    }

    /** Foreign keys come now, while there is nothing to hold against them. */
    private void make(Statement statement, Table table, YearMonth month) throws SQLException {
        String partition = "bi." + table.partition(month);
        statement.execute(
                "create table " + partition + " (like bi." + table.name() + " including all excluding indexes)");
        for (String key : foreignKeys.getOrDefault(table, Set.of())) {
            statement.execute(key.replace("PARTITION", partition));
        }
        made.computeIfAbsent(table, each -> new TreeSet<>()).add(month);
    }

    /** Of how many records rows were added. */
    int records() {
        return records;
    }

    /** Makes keys, and that to which facts refer. */
    public void complete(Definitions definitions) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Table table : Months.TABLES) {
                for (String partition : partitions(table)) {
                    for (String index : indexes.getOrDefault(table, Set.of())) {
                        statement.execute(index.replace("PARTITION", partition));
                    }
                }
            }
            statement.execute(KEYS);
            statement.execute(CUSTOMERS.formatted(customers()));
        }
        for (YearMonth month : months) {
            Months.days(connection, month);
        }
        Dimensions dimensions = new Dimensions();
        dimensions.define(connection, definitions);
        dimensions.add(connection, types, channels);
    }

    private List<String> partitions(Table table) {
        return made.getOrDefault(table, Set.of()).stream()
                .map(month -> "bi." + table.partition(month))
                .toList();
    }

    private String customers() {
        return Stream.concat(Stream.of("bi.fact_journey"), partitions(Star.JOURNEYS).stream())
                .map(table -> "select customer_id from " + table)
                .collect(joining(" union "));
    }

    /** Puts all into the star, for which readers wait; whoever calls commits soon. */
    public void reveal() throws SQLException {
        for (Table table : Months.TABLES) {
            for (YearMonth month : made.getOrDefault(table, Set.of())) {
                Months.attach(connection, table, month);
            }
        }
    }
}
