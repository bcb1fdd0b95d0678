package io.journeystream.bench.bi;

import io.journeystream.definitions.Definitions;
import io.journeystream.serve.bi.feeds.JourneyFeed;
import io.journeystream.serve.bi.sink.Batch;
import io.journeystream.serve.bi.sink.BatchWriter;
import io.journeystream.serve.bi.sink.FreshStar;
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

    /** As the sink fills an empty star, of rows that are ready. */
    Pace fill(int journeys) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            new Loading(connection); // makes the session trusted
            FreshStar star = FreshStar.begin(connection);
            Pace added = ready(0, journeys, star::add);
            long adding = System.nanoTime();
            star.complete(Definitions.STANDARD);
            while (!star.reveal()) {
                Thread.onSpinWait();
            }
            connection.commit();
            return new Pace(journeys, added.rows(), added.seconds() + (System.nanoTime() - adding) / 1e9);
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

    private Batch batch(int from, int to) {
        Batch batch = new Batch();
        SortedMap<String, Integer> byId = new TreeMap<>(); // as the sink has them
        for (int number = from; number < to; number++) {
            byId.put(stock.id(number), number);
        }
        byId.forEach((id, number) -> feed.add(stock.journey(number), new Row.Origin(id, 0, number, 0), batch));
        return batch;
    }
}
