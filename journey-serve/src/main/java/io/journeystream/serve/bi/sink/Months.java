package io.journeystream.serve.bi.sink;

import io.journeystream.serve.bi.star.Star;
import io.journeystream.serve.bi.star.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Partitions of the facts, one for each month in UTC, and the days of that month. Made when the first fact comes, in a
 * transaction of its own; readers are not kept out, nor do they keep it up. One for each connection.
 */
final class Months {
    private static final List<Table> TABLES =
            Star.TABLES.stream().filter(Table::isPartitioned).toList();
    private static final String DAYS = """
            insert into bi.dim_date
            select day, extract(year from day), extract(quarter from day), extract(month from day),
                date_trunc('month', day), date_trunc('week', day), extract(isoyear from day), extract(week from day),
                extract(isodow from day), to_char(day, 'FMDay'), extract(isodow from day) >= 6
            from generate_series(?::timestamp, ?::timestamp - interval '1 day', interval '1 day') day
            on conflict do nothing
            """;

    private final Set<YearMonth> known = new HashSet<>();

    /** Makes what is missing; the connection is between transactions. */
    void ensure(Connection connection, Set<YearMonth> months) throws SQLException {
        for (YearMonth month : months) {
            if (!known.contains(month)) {
                make(connection, month);
                known.add(month);
            }
        }
    }

    private static void make(Connection connection, YearMonth month) throws SQLException {
        String from = month.atDay(1).toString();
        String to = month.plusMonths(1).atDay(1).toString();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '10s'");
            for (Table table : TABLES) {
                attach(statement, table, month, bound(table, from), bound(table, to));
            }
        }
        try (PreparedStatement days = connection.prepareStatement(DAYS)) {
            days.setString(1, from);
            days.setString(2, to);
            days.executeUpdate();
        }
        connection.commit();
    }

    /** In two steps: making it as a partition at once would wait for all readers, and keep others waiting meanwhile. */
    private static void attach(Statement statement, Table table, YearMonth month, String from, String to)
            throws SQLException {
        String partition = table.partition(month);
        if (!isThere(statement, partition)) {
            statement.execute(String.format(Locale.ROOT, """
                    create table bi.%1$s (like bi.%2$s including all);
                    alter table bi.%2$s attach partition bi.%1$s for values from ('%3$s') to ('%4$s')
                    """, partition, table.name(), from, to));
        }
    }

    private static boolean isThere(Statement statement, String partition) throws SQLException {
        try (ResultSet found = statement.executeQuery("select to_regclass('bi." + partition + "') is not null")) {
            return found.next() && found.getBoolean(1);
        }
    }

    /** Of a time in UTC, or of a day. */
    private static String bound(Table table, String day) {
        return table.equals(Star.FLOWS) ? day : day + " 00:00:00+00";
    }
}
