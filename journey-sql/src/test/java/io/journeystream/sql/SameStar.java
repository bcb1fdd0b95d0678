package io.journeystream.sql;

import io.journeystream.local.machine.LoopbackPort;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.registry.AvroSerializer.Registration;
import io.journeystream.registry.RegistryClient;
import io.journeystream.registry.RegistrySettings;
import io.journeystream.runtime.configuration.KafkaProperties;
import io.journeystream.serve.bi.schema.BiSchema;
import io.journeystream.serve.bi.sink.BiService;
import io.journeystream.serve.bi.sink.SinkMeters;
import io.journeystream.serve.bi.sink.SinkSettings;
import io.journeystream.serve.reading.KafkaAccess;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/** A PostgreSQL that the sink has filled from the same topics. */
final class SameStar implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BATCH = 1_000_000;

    private final EmbeddedPostgres server;
    private final Connection connection;

    private SameStar(EmbeddedPostgres server) throws SQLException {
        this.server = server;
        this.connection = server.getPostgresDatabase().getConnection();
    }

    static SameStar of(LocalStack stack) throws IOException, SQLException, InterruptedException {
        SameStar star = new SameStar(EmbeddedPostgres.builder()
                .setPort(LoopbackPort.free())
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("max_connections", "10")
                .setServerConfig("fsync", "off")
                .start());
        new BiSchema(star.server.getPostgresDatabase()).migrate();
        star.load(stack);
        return star;
    }

    private void load(LocalStack stack) throws SQLException, InterruptedException {
        var kafka = new io.journeystream.runtime.configuration.Connection(
                stack.bootstrapServers(),
                KafkaProperties.NONE,
                RegistrySettings.of(stack.registryUrl()),
                RegistryClient.OWN,
                Registration.REGISTER);
        try (BiService sink = BiService.start(
                new SinkSettings(new KafkaAccess(kafka, Duration.ofSeconds(5)), BATCH, Duration.ofSeconds(1)),
                kafka.recordRegistry(),
                server.getPostgresDatabase(),
                new SinkMeters(new SimpleMeterRegistry()),
                Clock.systemUTC())) {
            long begun = System.nanoTime();
            while (!isWhole()) {
                if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                    throw new IllegalStateException("not loaded: " + sink.trouble());
                }
                Thread.sleep(100);
            }
        }
    }

    private boolean isWhole() throws SQLException {
        return Rows.one(
                        connection,
                        "select coalesce(sum(lag_records) = 0 and sum(1) filter (where last_record_at is not null) = 6, false)"
                                + " from bi.freshness")
                .equals("true");
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException, IOException {
        connection.close();
        server.close();
    }
}
