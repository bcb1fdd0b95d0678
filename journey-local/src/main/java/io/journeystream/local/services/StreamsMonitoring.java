package io.journeystream.local.services;

import io.journeystream.local.Failure;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.http.CannotListen;
import io.journeystream.runtime.http.HttpSettings;
import io.journeystream.runtime.monitoring.Health;
import io.journeystream.runtime.monitoring.Metrics;
import io.journeystream.runtime.monitoring.MonitoringServer;
import io.journeystream.streams.Readiness;
import io.journeystream.streams.StitchingService;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Health and metrics of stitching, if a port is given for them. */
final class StreamsMonitoring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsMonitoring.class);

    private final StitchingService stitching;
    private final long readyLag;
    private final Metrics metrics = new Metrics();
    private final KafkaStreamsMetrics kafkaMetrics;
    private @Nullable MonitoringServer server;

    StreamsMonitoring(StitchingService stitching, long readyLag, Clock clock) {
        this.stitching = stitching;
        this.readyLag = readyLag;
        this.kafkaMetrics = stitching.kafkaMetrics();
        stitching.metrics(clock).bindTo(metrics.registry());
        kafkaMetrics.bindTo(metrics.registry());
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
        return stitching.readiness(readyLag);
    }

    private String reasons() {
        return String.join("; ", readiness().reasons());
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        kafkaMetrics.close();
        metrics.close();
    }
}
