package io.journeystream.bench.bi;

import io.journeystream.serve.bi.feeds.JourneyFeed;
import io.journeystream.serve.bi.sink.Batch;
import io.journeystream.serve.bi.sink.BatchWriter;
import io.journeystream.serve.bi.sink.Loading;
import io.journeystream.serve.bi.star.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The same journeys into PostgreSQL, by the sink's way or by COPY alone. */
final class LoadRun {
    private static final int BATCH = 20_000;
    private static final List<String> TABLES =
            List.of("fact_journey", "fact_contact", "fact_leg", "fact_survey", "fact_switch", "journey_place");

    private final JourneyFeed feed = new JourneyFeed();
    private final JourneyStock stock;
    private final DataSource database;

    LoadRun(JourneyStock stock, DataSource database) {
        this.stock = stock;
        this.database = database;
    }

    /** How fast it went. */
    record Pace(int journeys, long rows, double seconds) {
        double perSecond() {
            return journeys / seconds;
        }
    }

    /** As the sink does it, from bytes as they are in Kafka: while a batch is written the next is made. */
    Pace load(int journeys) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            return pipelined(journeys, new Loading(connection)::load);
        }
    }

    /** As the sink writes, of rows that are ready; other journeys than those before that number. */
    Pace write(int from, int journeys) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            return ready(from, journeys, new Loading(connection)::load);
        }
    }

    /** Of rows that are ready, into tables without keys, partitions and constraints, a transaction a batch likewise. */
    Pace copyOnly(int journeys) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop schema if exists bare cascade");
                statement.execute("create schema bare");
                for (String table : TABLES) {
                    statement.execute("create table bare." + table + " (like bi." + table + ")");
                }
            }
            connection.commit();
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            return ready(0, journeys, batch -> {
                batch.copyInto(copies, (table, month) -> "bare." + table.name());
                connection.commit();
            });
        }
    }

    private Pace ready(int from, int journeys, BatchWriter.Write write) throws SQLException {
        long nanos = 0;
        long rows = 0;
        for (int next = from; next < from + journeys; next += BATCH) {
            Batch batch = batch(next, Math.min(from + journeys, next + BATCH));
            rows += batch.rows();
            long begun = System.nanoTime();
            write.write(batch);
            nanos += System.nanoTime() - begun;
        }
        return new Pace(journeys, rows, nanos / 1e9);
    }

    private Pace pipelined(int journeys, BatchWriter.Write write) throws SQLException {
        long begun = System.nanoTime();
        long rows = 0;
        try (BatchWriter writer = new BatchWriter(write)) {
            for (int from = 0; from < journeys; from += BATCH) {
                Batch batch = batch(from, Math.min(journeys, from + BATCH));
                rows += batch.rows();
                writer.next(batch);
            }
            writer.finish();
        }
        return new Pace(journeys, rows, (System.nanoTime() - begun) / 1e9);
    }

    Batch batch(int from, int to) {
        Batch batch = new Batch();
        SortedMap<String, Integer> byId = new TreeMap<>(); // as the sink has them
        for (int number = from; number < to; number++) {
            byId.put(stock.id(number), number);
        }
        byId.forEach((id, number) -> feed.add(stock.journey(number), new Row.Origin(id, 0, number, 0), batch));
        return batch;
    }
}
