package io.journeystream.local.bitools;

import io.journeystream.health.Flow;
import io.journeystream.health.HealthCell;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.Transition;
import io.journeystream.local.machine.LoopbackPort;
import io.journeystream.serve.bi.copy.CopyBytes;
import io.journeystream.serve.bi.schema.BiSchema;
import io.journeystream.serve.bi.star.Row;
import io.journeystream.serve.bi.star.Star;
import io.journeystream.serve.bi.star.Table;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** A PostgreSQL of its own, with the schemas of the feeds, and with health cells as the sink would write them. */
final class HealthDatabase implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final Connection connection;

    private HealthDatabase(EmbeddedPostgres server) throws SQLException {
        this.server = server;
        new BiSchema(server.getPostgresDatabase()).migrate();
        this.connection = server.getPostgresDatabase().getConnection();
    }

    static HealthDatabase start() throws IOException, SQLException {
        return new HealthDatabase(EmbeddedPostgres.builder()
                .setPort(LoopbackPort.free())
                .setServerConfig("shared_buffers", "32MB")
                .setServerConfig("fsync", "off")
                .start());
    }

    void put(SimulatedHealth health) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table bi.all_health partition of bi.agg_health default");
            statement.execute("create table bi.all_flows partition of bi.agg_flow default");
            statement.execute("create table bi.all_switches partition of bi.fact_switch default");
            statement.execute("set session_replication_role = replica"); // dimensions are not looked at here
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into bi.dim_customer values ('c_1', 2, array['account', 'phone'], '2026-01-06T10:00:00Z')");
            statement.execute("insert into bi.dim_journey_type (type, title, defined, target_fcr)"
                    + " values ('billing', 'Billing', true, 0.8)");
        }
        List<Row> cells = new ArrayList<>();
        health.cells().forEach(cell -> add(cell, cells));
        add(health.total(), cells);
        copy(Star.HEALTH, cells);
        put(health.flows());
        List<Row> switches = new ArrayList<>();
        health.journeys().forEach(journey -> add(journey, switches));
        copy(Star.SWITCHES, switches);
    }

    void put(List<Flow> flows) throws SQLException {
        List<Row> edges = new ArrayList<>();
        flows.forEach(flow -> add(flow, edges));
        copy(Star.FLOWS, edges);
    }

    private static void add(HealthCell cell, List<Row> into) {
        Row whole = whole(
                cell, cell.getType() + cell.getPeriod() + cell.getCohort() + cell.getDimension() + cell.getValue());
        if (cell.getMatured().getJourneys() > 0) {
            into.add(whole.part(cell.getMatured(), Star.MATURED));
        }
        if (cell.getProvisional().getJourneys() > 0) {
            into.add(whole.part(cell.getProvisional(), Star.PROVISIONAL));
        }
    }

    private static void add(Flow flow, List<Row> into) {
        Row whole = whole(flow, flow.getType() + flow.getDay() + flow.getFrom() + flow.getTo() + flow.getEnd());
        if (flow.getMatured().getTransitions() > 0) {
            into.add(whole.part(flow.getMatured(), Star.MATURED));
        }
    }

    private static void add(Journey journey, List<Row> into) {
        Row whole = whole(journey, journey.getJourneyId());
        int number = 0;
        for (Transition step : journey.getTransitions()) {
            number++;
            if (step.getForced() + step.getVoluntary() + step.getConcurrent() > 0) {
                into.add(whole.part(step, number));
            }
        }
    }

    private static Row whole(IndexedRecord record, String key) {
        return Row.of(record, new Row.Origin(key, 0, 0, 0));
    }

    private void copy(Table table, List<Row> rows) throws SQLException {
        CopyBytes bytes = new CopyBytes();
        rows.forEach(row -> table.write(bytes, row));
        bytes.send(connection.unwrap(PGConnection.class).getCopyAPI(), table.copyInto("bi." + table.name()));
    }

    /** For others that read it. */
    DataSource source() {
        return server.getPostgresDatabase();
    }

    /** Rows of a query as a table of that name, which lives as long as this. */
    void keep(String table, String query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temp table " + table + " as " + query);
        }
    }

    /** Each row's values, as text. */
    List<List<@Nullable String>> ask(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<List<@Nullable String>> found = new ArrayList<>();
            while (rows.next()) {
                List<@Nullable String> values = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    values.add(rows.getString(i));
                }
                found.add(values);
            }
            return found;
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        connection.close();
        server.close();
    }
}
