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
import io.journeystream.serve.alerts.delivery.DeliveryService;
import io.journeystream.serve.alerts.watch.AlertService;
import io.journeystream.serve.alerts.watch.PipelineStep;
import io.journeystream.serve.alerts.watch.WatchSettings;
import io.journeystream.serve.reading.KafkaAccess;
import io.journeystream.streams.HealthService;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asking alert rules, and telling of alerts, in the foreground, from the checks before it begins until it is stopped. */
public final class DeliverRun {
    private static final Logger LOG = LoggerFactory.getLogger(DeliverRun.class);
    private static final Duration KAFKA_PATIENCE = Duration.ofSeconds(5);

    private final Configuration configuration;
    private final Clock clock;
    private final AtomicReference<@Nullable AlertService> watch = new AtomicReference<>();
    private final AtomicReference<@Nullable DeliveryService> service = new AtomicReference<>();

    /** @param clock tells when something is due */
    public DeliverRun(Configuration configuration, Clock clock) {
        this.configuration = configuration;
        this.clock = clock;
    }

    /**
     * Runs until the thread is interrupted.
     *
     * @throws InterruptedException when it was, after what was being sent has ended
     * @throws Failure if it cannot begin
     */
    public void run() throws InterruptedException {
        Connection connection = Connection.of(configuration);
        SchemaRegistry registry = StartUp.recordRegistry(connection);
        try (Metrics metrics = new Metrics()) {
            Listener listener = new Listener(listen(metrics));
            try (listener) {
                new StartUp(connection, TopicKeys.demands(configuration)).check(registry);
                deliver(connection, registry, metrics);
            }
        } finally {
            LOG.info("telling of alerts has stopped");
        }
    }

    private void deliver(Connection connection, SchemaRegistry registry, Metrics metrics) throws InterruptedException {
        try (AlertTargets targets = new AlertTargets(configuration, clock);
                DeliveryService running = DeliveryService.start(
                        new KafkaAccess(connection, KAFKA_PATIENCE),
                        registry,
                        targets,
                        AlertTargets::check,
                        metrics.registry(),
                        clock)) {
            service.set(running);
            AlertService asking = AlertService.start(
                    new WatchSettings(new KafkaAccess(connection, KAFKA_PATIENCE), pipeline()), registry, clock);
            watch.set(asking);
            try {
                new CountDownLatch(1).await();
            } finally {
                asking.close();
            }
        }
    }

    private List<PipelineStep> pipeline() {
        String stitching = configuration.get(StreamsKeys.APPLICATION_ID);
        return PipelineStep.all(
                stitching, HealthService.applicationId(stitching), configuration.get(AlertKeys.PATIENCE));
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
                MonitoringServer server = MonitoringServer.start(at, health(), metrics);
                LOG.info("health and metrics are at http://{}:{}", at.host(), server.port());
                return server;
            } catch (CannotListen e) {
                throw new Failure(String.valueOf(e.getMessage()), e);
            }
        });
    }

    private Health health() {
        return Health.builder()
                .ready("rules", () -> {
                    AlertService asking = watch.get();
                    return asking == null
                            ? "waits for Kafka and the schema registry, or checks them"
                            : asking.trouble();
                })
                .ready("delivery", this::trouble)
                .build();
    }

    private @Nullable String trouble() {
        DeliveryService running = service.get();
        return running == null ? "waits for Kafka and the schema registry, or checks them" : running.trouble();
    }
}
