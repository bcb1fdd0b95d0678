package io.journeystream.sql.star;

import io.journeystream.serve.bi.feeds.StarOutput;
import io.journeystream.serve.bi.star.Row;
import io.journeystream.serve.bi.star.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Fills the star, once: each key comes with its last record only, so nothing is replaced. For one thread; the connection
 * may do something else only when it is closed.
 */
public final class StarLoad implements StarOutput, AutoCloseable {
    /** Of every table that is kept. */
    private final IdentityHashMap<Table, AppenderRows> rows = new IdentityHashMap<>();

    private final Set<String> types = new TreeSet<>();
    private final Set<String> channels = new TreeSet<>();
    private final SortedSet<YearMonth> months = new TreeSet<>();

    private StarLoad(DuckDBConnection connection) {
        StarSchema.tables().forEach(table -> rows.put(table, new AppenderRows(connection, table)));
    }

    /** Begins with empty tables, whatever was there. */
    public static StarLoad begin(Connection connection) throws SQLException {
        StarSchema.create(connection);
        return new StarLoad(connection.unwrap(DuckDBConnection.class));
    }

    @Override
    public void row(Table table, Row row) {
        AppenderRows kept = rows.get(table);
        if (kept != null) {
            kept.add(row);
        }
    }

    @Override
    public void replace(Table table, String... keys) {}

    @Override
    public void counted() {}

    @Override
    public void type(String type) {
        types.add(type);
    }

    @Override
    public void channel(@Nullable String channel) {
        if (channel != null) {
            channels.add(channel);
        }
    }

    @Override
    public void customer(String customer) {}

    @Override
    public void named(String customer) {}

    @Override
    public void day(Instant time) {
        months.add(YearMonth.from(time.atOffset(ZoneOffset.UTC)));
    }

    Set<String> types() {
        return types;
    }

    Set<String> channels() {
        return channels;
    }

    SortedSet<YearMonth> months() {
        return months;
    }

    /** All rows are in their tables then. */
    @Override
    public void close() {
        rows.values().forEach(AppenderRows::close);
        rows.clear();
    }
}
