package io.journeystream.bench.bi;

import io.journeystream.health.Contribution;
import io.journeystream.health.Health;
import io.journeystream.health.HealthRecords;
import io.journeystream.local.demo.DemoDefinitions;
import io.journeystream.serve.bi.sink.Batch;
import io.journeystream.serve.bi.sink.FlowFeed;
import io.journeystream.serve.bi.sink.HealthFeed;
import io.journeystream.serve.bi.sink.Loading;
import io.journeystream.serve.bi.star.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Journey health and the journey map of a stock's first journeys, loaded beside them. */
record StockHealth(JourneyStock stock, DataSource database) {
    private static final int BATCH = 20_000;

    void load(int journeys) throws SQLException {
        Health health = new Health();
        for (int number = 0; number < journeys; number++) {
            Contribution.of(stock.journey(number)).ifPresent(counted -> health.add(counted, List.of()));
        }
        Map<String, String> teams = DemoDefinitions.standard().definitions().teams();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Loading loading = new Loading(connection);
            HealthFeed cells = new HealthFeed();
            Filling filling = new Filling(loading);
            for (var cell : health.cells().entrySet()) {
                String team = teams.get(cell.getKey().type());
                cells.add(
                        HealthRecords.of(cell.getKey(), team, cell.getValue()),
                        origin(cell.getKey()),
                        filling.batch());
            }
            FlowFeed edges = new FlowFeed();
            for (var edge : health.flows().entrySet()) {
                String team = teams.get(edge.getKey().type());
                edges.add(
                        HealthRecords.of(edge.getKey(), team, edge.getValue()),
                        origin(edge.getKey()),
                        filling.batch());
            }
            filling.finish();
        }
    }

    private static Row.Origin origin(Object key) {
        return new Row.Origin(key.toString(), 0, 0, 0);
    }

    /** Batches of the usual size, one after the other. */
    private static final class Filling {
        private final Loading loading;
        private Batch batch = new Batch();

        Filling(Loading loading) {
            this.loading = loading;
        }

        Batch batch() throws SQLException {
            if (batch.rows() >= BATCH) {
                finish();
            }
            return batch;
        }

        void finish() throws SQLException {
            loading.load(batch);
            batch = new Batch();
        }
    }
}
