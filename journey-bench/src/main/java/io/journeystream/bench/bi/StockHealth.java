package io.journeystream.bench.bi;

import io.journeystream.health.Contribution;
import io.journeystream.health.Health;
import io.journeystream.health.HealthRecords;
import io.journeystream.local.demo.DemoDefinitions;
import io.journeystream.serve.bi.feeds.Feed;
import io.journeystream.serve.bi.feeds.FlowFeed;
import io.journeystream.serve.bi.feeds.HealthFeed;
import io.journeystream.serve.bi.sink.Batch;
import io.journeystream.serve.bi.sink.Loading;
import io.journeystream.serve.bi.star.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;

/** Journey health and the journey map of a stock's first journeys, loaded beside them. */
record StockHealth(JourneyStock stock, DataSource database) {
    private static final int BATCH = 20_000;
    private static final Map<String, String> TEAMS =
            DemoDefinitions.standard().definitions().teams();

    void load(int journeys) throws SQLException {
        Health health = new Health();
        for (int number = 0; number < journeys; number++) {
            Contribution.of(stock.journey(number)).ifPresent(counted -> health.add(counted, List.of()));
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Loading loading = new Loading(connection);
            load(
                    loading,
                    new HealthFeed(),
                    health.cells(),
                    (key, sums) -> HealthRecords.of(key, TEAMS.get(key.type()), sums));
            load(
                    loading,
                    new FlowFeed(),
                    health.flows(),
                    (key, sums) -> HealthRecords.of(key, TEAMS.get(key.type()), sums));
        }
    }

    private static <K, S, V extends SpecificRecord> void load(
            Loading loading, Feed<V> feed, Map<K, S> all, BiFunction<K, S, V> record) throws SQLException {
        Batch batch = new Batch();
        for (Map.Entry<K, S> each : all.entrySet()) {
            Row.Origin origin = new Row.Origin(each.getKey().toString(), 0, 0, 0);
            feed.add(record.apply(each.getKey(), each.getValue()), origin, batch);
            if (batch.rows() >= BATCH) {
                loading.load(batch);
                batch = new Batch();
            }
        }
        loading.load(batch);
    }
}
