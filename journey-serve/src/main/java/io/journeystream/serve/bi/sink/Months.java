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
 * Partitions of the facts, one for each month in UTC, and the days up to that month. Made when the first fact comes, in a
 * transaction of its own; readers are not kept out, nor do they keep it up. One for each connection.
 */
final class Months {
    /** Which tables have them, those first to which others refer. */
    static final List<Table> TABLES =
            Star.TABLES.stream().filter(Table::isPartitioned).toList();

    private static final String DAYS = """
            insert into bi.dim_date
            select day, extract(year from day), extract(quarter from day), extract(month from day),
                date_trunc('month', day), date_trunc('week', day), extract(isoyear from day), extract(week from day),
                extract(isodow from day), to_char(day, 'FMDay'), extract(isodow from day) >= 6
            from generate_series(
                least(?::date, (select max(date) + 1 from bi.dim_date))::timestamp,
                greatest(?::date, (select min(date) from bi.dim_date))::timestamp - interval '1 day',
                interval '1 day') day
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
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '10s'");
            for (Table table : TABLES) {
                if (!isThere(statement, table.partition(month))) {
                    statement.execute("create table bi." + table.partition(month) + " (like bi." + table.name()
                            + " including all)");
                    attach(connection, table, month);
                }
            }
        }
        days(connection, month);
        connection.commit();
    }

    /** A table becomes a partition: made as one at once, it would wait for all readers, and keep others waiting. */
    static void attach(Connection connection, Table table, YearMonth month) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(String.format(
                    Locale.ROOT,
                    "alter table bi.%s attach partition bi.%s for values from ('%s') to ('%s')",
                    table.name(),
                    table.partition(month),
                    bound(table, month),
                    bound(table, month.plusMonths(1))));
        }
    }

    /** The days of a month, and those between it and the days that are there. */
    static void days(Connection connection, YearMonth month) throws SQLException {
        try (PreparedStatement days = connection.prepareStatement(DAYS)) {
            days.setString(1, month.atDay(1).toString());
            days.setString(2, month.plusMonths(1).atDay(1).toString());
            days.executeUpdate();
        }
    }

    /** Whether there is a table of that name. */
    static boolean isThere(Statement statement, String partition) throws SQLException {
        try (ResultSet found = statement.executeQuery("select to_regclass('bi." + partition + "') is not null")) {
            return found.next() && found.getBoolean(1);
        }
    }

    /** Its first moment in UTC, or its first day. */
    private static String bound(Table table, YearMonth month) {
        String day = month.atDay(1).toString();
        return table.equals(Star.FLOWS) ? day : day + " 00:00:00+00";
    }
}
