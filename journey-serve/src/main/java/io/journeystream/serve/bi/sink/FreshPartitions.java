package io.journeystream.serve.bi.sink;

import io.journeystream.serve.bi.star.Table;
import io.journeystream.serve.bi.topics.BeyondMeans;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tables that become partitions of the star when they are full: without keys until all rows are there, and seen by nobody
 * until they are attached. Partitions that are there already are left as they are. For one thread.
 */
final class FreshPartitions {
    /** Foreign keys go with the table from the beginning: attaching it would hold every row against them. */
    private static final String FOREIGN_KEYS = """
            select 'alter table PARTITION add ' || pg_get_constraintdef(oid)
            from pg_constraint
            where conrelid = TABLE::regclass and contype = 'f' and conparentid = 0
            """;

    /** Indexes of other people, whatever their names, are made when the table is attached. */
    private static final String INDEXES = """
            select coalesce('alter table PARTITION add ' || pg_get_constraintdef(c.oid),
                regexp_replace(pg_get_indexdef(indexrelid), ' INDEX [^ ]+ ON ONLY [^ ]+ ', ' INDEX ON PARTITION '))
            from pg_index left join pg_constraint c on conindid = indexrelid and contype = 'p'
            where indrelid = TABLE::regclass
                and (c.oid is not null or pg_get_indexdef(indexrelid) ~ ' INDEX [a-z_0-9]+ ON ONLY bi[.][a-z_]+ ')
            """;

    private static final String LOCKS = """
            select current_setting('max_locks_per_transaction')::bigint
                * (current_setting('max_connections')::bigint + current_setting('max_prepared_transactions')::bigint)
            """;

    /** Counted: the locks that tables of a month, their indexes and keys take until all is committed. */
    private static final int LOCKS_PER_MONTH = 200;

    private final Connection connection;
    private final Map<Table, Set<String>> foreignKeys = new HashMap<>();
    private final Map<Table, Set<String>> indexes = new HashMap<>();
    private final Map<Table, Set<YearMonth>> made = new HashMap<>();
    private final Set<YearMonth> months = new TreeSet<>();
    private final long mostMonths;

    FreshPartitions(Connection connection) throws SQLException {
        this.connection = connection;
        for (Table table : Months.TABLES) {
            foreignKeys.put(table, texts(FOREIGN_KEYS, table));
            indexes.put(table, texts(INDEXES, table));
        }
        try (Statement statement = connection.createStatement();
                ResultSet locks = statement.executeQuery(LOCKS)) {
            locks.next();
            mostMonths = locks.getLong(1) / LOCKS_PER_MONTH;
        }
    }

    private Set<String> texts(String question, Table table) throws SQLException {
        return Sql.texts(connection, question.replace("TABLE", "'bi." + table.name() + "'"), List.of());
    }

    /**
     * Makes the tables of a month, once.
     *
     * @throws BeyondMeans if PostgreSQL cannot hold the locks for so many months
     */
    void make(YearMonth month) throws SQLException {
        if (!months.add(month)) {
            return;
        }
        if (months.size() > mostMonths) {
            throw new BeyondMeans("PostgreSQL can lock the tables of " + mostMonths
                    + " months at once; with a greater max_locks_per_transaction it could fill more");
        }
        try (Statement statement = connection.createStatement()) {
            for (Table table : Months.TABLES) {
                if (!Months.isThere(statement, table.partition(month))) {
                    make(statement, table, month);
                }
            }
        }
    }

    private void make(Statement statement, Table table, YearMonth month) throws SQLException {
        String partition = name(table, month);
        statement.execute(
                "create table " + partition + " (like bi." + table.name() + " including all excluding indexes)");
        run(statement, foreignKeys.getOrDefault(table, Set.of()), partition);
        made.computeIfAbsent(table, each -> new TreeSet<>()).add(month);
    }

    private static void run(Statement statement, Set<String> definitions, String partition) throws SQLException {
        for (String definition : definitions) {
            statement.execute(definition.replace("PARTITION", partition));
        }
    }

    private static String name(Table table, YearMonth month) {
        return "bi." + table.partition(month);
    }

    /** Of which months there are rows. */
    Set<YearMonth> months() {
        return months;
    }

    /** Names of a table's new ones. */
    List<String> of(Table table) {
        return made.getOrDefault(table, Set.of()).stream()
                .map(month -> name(table, month))
                .toList();
    }

    /** Gives keys and indexes to all; their rows are sorted for each at once. */
    void index() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Table table : Months.TABLES) {
                for (String partition : of(table)) {
                    run(statement, indexes.getOrDefault(table, Set.of()), partition);
                }
            }
        }
    }

    /** Those first that refer to others: else each key would be made anew for each month of the other. */
    void attach() throws SQLException {
        List<Table> referringFirst = new ArrayList<>(Months.TABLES);
        Collections.reverse(referringFirst);
        for (Table table : referringFirst) {
            for (YearMonth month : made.getOrDefault(table, Set.of())) {
                Months.attach(connection, table, month);
            }
        }
    }
}
