package io.journeystream.local.services;

import io.journeystream.local.Failure;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.runtime.http.CannotListen;
import io.journeystream.runtime.http.HttpSettings;
import io.journeystream.runtime.monitoring.Health;
import io.journeystream.runtime.monitoring.Metrics;
import io.journeystream.runtime.monitoring.MonitoringServer;
import io.journeystream.serve.bi.schema.DatabaseRefused;
import io.journeystream.serve.bi.schema.DatabaseUnavailable;
import io.journeystream.serve.bi.sink.BiService;
import io.journeystream.serve.bi.sink.SinkMeters;
import io.journeystream.serve.bi.sink.SinkSettings;
import io.journeystream.serve.bi.sink.StarEmptied;
import io.journeystream.serve.reading.KafkaAccess;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeping the star in the foreground, from the checks before it begins until it is stopped. */
public final class BiRun {
    private static final Logger LOG = LoggerFactory.getLogger(BiRun.class);
    private static final Duration KAFKA_PATIENCE = Duration.ofSeconds(10);

    private final Configuration configuration;
    private final boolean fromBeginning;
    private final Clock clock;
    private final AtomicReference<@Nullable BiService> service = new AtomicReference<>();

    /** @param fromBeginning whether the star is emptied first, and all read again */
    public BiRun(Configuration configuration, boolean fromBeginning, Clock clock) {
        this.configuration = configuration;
        this.fromBeginning = fromBeginning;
        this.clock = clock;
    }

    /**
     * Runs until the thread is interrupted.
     *
     * @throws InterruptedException when it was, after what was being written is in the database
     * @throws Failure if it cannot begin
     */
    public void run() throws InterruptedException {
        Connection connection = Connection.of(configuration);
        SchemaRegistry registry = StartUp.recordRegistry(connection);
        try (Metrics metrics = new Metrics()) {
            Listener listener = new Listener(listen(metrics));
            try (listener;
                    BiDatabase database = BiDatabase.open(configuration)) {
                database.prepare(configuration.get(BiKeys.MIGRATE));
                new StartUp(connection, TopicKeys.demands(configuration)).check(registry);
                keep(connection, registry, database, metrics);
            } catch (DatabaseRefused | DatabaseUnavailable e) {
                throw new Failure(String.valueOf(e.getMessage()), e);
            }
        } finally {
            LOG.info("keeping the database up to date has stopped");
        }
    }

    private void keep(Connection connection, SchemaRegistry registry, BiDatabase database, Metrics metrics)
            throws InterruptedException {
        if (fromBeginning) {
            StarEmptied.empty(database.source());
            LOG.info("the star is empty; all topics are read again");
        }
        try (BiService running = BiService.start(
                SinkSettings.of(new KafkaAccess(connection, KAFKA_PATIENCE)),
                registry,
                database.source(),
                new SinkMeters(metrics.registry()),
                clock)) {
            service.set(running);
            running.await();
        }
    }

    private record Listener(Optional<MonitoringServer> server) implements AutoCloseable {
        @Override
        public void close() {
            server.ifPresent(MonitoringServer::close);
        }
    }

    private Optional<MonitoringServer> listen(Metrics metrics) {
        return configuration.find(MonitoringKeys.PORT).map(port -> {
            HttpSettings at = HttpSettings.at(configuration.get(MonitoringKeys.HOST), Math.toIntExact(port));
            try {
                MonitoringServer server = MonitoringServer.start(
                        at, Health.builder().ready("bi", this::trouble).build(), metrics);
                LOG.info("health and metrics are at http://{}:{}", at.host(), server.port());
                return server;
            } catch (CannotListen e) {
                throw new Failure(String.valueOf(e.getMessage()), e);
            }
        });
    }

    private @Nullable String trouble() {
        BiService running = service.get();
        return running == null
                ? "waits for the database, Kafka and the schema registry, or checks them"
                : running.trouble();
    }
}
