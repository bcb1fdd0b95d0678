package io.journeystream.local.services;

import io.journeystream.local.Failure;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.http.CannotListen;
import io.journeystream.runtime.http.HttpSettings;
import io.journeystream.runtime.monitoring.Health;
import io.journeystream.runtime.monitoring.Metrics;
import io.journeystream.runtime.monitoring.MonitoringServer;
import io.journeystream.streams.HealthService;
import io.journeystream.streams.Readiness;
import io.journeystream.streams.StitchingService;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Health and metrics of stitching, if a port is given for them; from before it begins, so that others see it wait. */
final class StreamsMonitoring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsMonitoring.class);
    private static final Readiness STARTING =
            new Readiness(true, List.of("waits for Kafka and the schema registry, or checks them"));

    private final long readyLag;
    private final Metrics metrics = new Metrics();
    private final AtomicReference<@Nullable Watched> watched = new AtomicReference<>();
    private @Nullable KafkaStreamsMetrics kafkaMetrics;
    private @Nullable MonitoringServer server;

    private record Watched(StitchingService stitching, HealthService health) {}

    StreamsMonitoring(long readyLag) {
        this.readyLag = readyLag;
    }

    /** @throws Failure if a port is given and cannot be listened on */
    void listen(Configuration configuration) {
        configuration
                .find(MonitoringKeys.PORT)
                .ifPresent(
                        port -> listen(HttpSettings.at(configuration.get(MonitoringKeys.HOST), Math.toIntExact(port))));
    }

    private void listen(HttpSettings settings) {
        try {
            MonitoringServer listening = MonitoringServer.start(settings, health(), metrics);
            server = listening;
            LOG.info("health and metrics are at http://{}:{}", settings.host(), listening.port());
        } catch (CannotListen e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        }
    }

    private Health health() {
        return Health.builder()
                .live("stitching", () -> readiness().live() ? null : reasons())
                .ready("running", () -> readiness().isReady() ? null : reasons())
                .build();
    }

    private Readiness readiness() {
        Watched services = watched.get();
        return services == null
                ? STARTING
                : services.stitching().readiness(readyLag).and(services.health().readiness(readyLag));
    }

    private String reasons() {
        return String.join("; ", readiness().reasons());
    }

    /**
     * From now on tells of these.
     *
     * @param clock to tell how far event time is behind
     */
    void watch(StitchingService stitching, HealthService health, Clock clock) {
        stitching.metrics(clock).bindTo(metrics.registry());
        health.metrics().bindTo(metrics.registry());
        kafkaMetrics = stitching.kafkaMetrics();
        kafkaMetrics.bindTo(metrics.registry());
        watched.set(new Watched(stitching, health));
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        if (kafkaMetrics != null) {
            kafkaMetrics.close();
        }
        metrics.close();
    }
}
