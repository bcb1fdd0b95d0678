package io.journeystream.sql.star;

import io.journeystream.serve.bi.star.Row;
import io.journeystream.serve.bi.star.RowOutput;
import io.journeystream.serve.bi.star.Table;
import io.journeystream.sql.statements.Refusal;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Rows of one table as DuckDB takes many of them. For one thread. */
final class AppenderRows implements RowOutput, AutoCloseable {
    private static final long MICROS = 1000;

    private final Table table;
    private final DuckDBAppender appender;

    AppenderRows(DuckDBConnection connection, Table table) {
        this.table = table;
        try {
            this.appender = connection.createAppender("bi", table.name());
        } catch (SQLException e) {
            throw Refusal.of(e);
        }
    }

    private interface Step {
        void run() throws SQLException;
    }

    private static void take(Step step) {
        try {
            step.run();
        } catch (SQLException e) {
            throw Refusal.of(e);
        }
    }

    void add(Row row) {
        table.write(this, row);
        take(appender::endRow);
    }

    @Override
    public void row(int values) {
        take(appender::beginRow);
    }

    @Override
    public void none() {
        take(appender::appendNull);
    }

    @Override
    public void bool(boolean value) {
        take(() -> appender.append(value));
    }

    @Override
    public void smallint(int value) {
        take(() -> appender.append((short) value));
    }

    @Override
    public void integer(int value) {
        take(() -> appender.append(value));
    }

    @Override
    public void bigint(long value) {
        take(() -> appender.append(value));
    }

    @Override
    public void real(float value) {
        take(() -> appender.append(value));
    }

    @Override
    public void number(double value) {
        take(() -> appender.append(value));
    }

    @Override
    public void numeric(BigDecimal value) {
        take(() -> appender.append(value));
    }

    /** Without NUL, as in PostgreSQL. */
    @Override
    public void text(String value) {
        take(() -> appender.append(storable(value)));
    }

    private static String storable(String value) {
        return value.indexOf('\0') < 0 ? value : value.replace('\0', '\ufffd');
    }

    @Override
    public void time(long epochMillis) {
        take(() -> appender.appendEpochMicros(Math.multiplyExact(epochMillis, MICROS)));
    }

    @Override
    public void date(int epochDay) {
        take(() -> appender.appendEpochDays(epochDay));
    }

    @Override
    public void json(String document) {
        text(document);
    }

    @Override
    public void binary(byte[] value) {
        take(() -> appender.append(value));
    }

    @Override
    public void texts(List<String> values) {
        take(() -> appender.append(values.stream().map(AppenderRows::storable).toList()));
    }

    @Override
    public void bigints(List<Long> values) {
        take(() -> appender.append(values));
    }

    /** All rows are in the table then. */
    @Override
    public void close() {
        take(appender::close);
    }
}
