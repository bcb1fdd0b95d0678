package io.journeystream.local.services;

import io.journeystream.local.Failure;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.http.CannotListen;
import io.journeystream.runtime.http.HttpSettings;
import io.journeystream.runtime.monitoring.Health;
import io.journeystream.runtime.monitoring.Metrics;
import io.journeystream.runtime.monitoring.MonitoringServer;
import io.journeystream.streams.StitchingService;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Health and metrics of stitching, if a port is given for them. */
final class StreamsMonitoring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsMonitoring.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final long UNKNOWN = -1;

    private final StitchingService stitching;
    private final long readyLag;
    private final KafkaStreamsMetrics kafkaMeters;
    private final Metrics metrics = new Metrics();
    private final AtomicLong lag = new AtomicLong(UNKNOWN);
    private long looked = System.nanoTime() - LOOK_AGAIN.toNanos();
    private @Nullable MonitoringServer server;

    private StreamsMonitoring(Configuration configuration, StitchingService stitching) {
        this.stitching = stitching;
        this.kafkaMeters = stitching.kafkaMetrics();
        this.readyLag = configuration.get(MonitoringKeys.READY_LAG);
    }

    /** @throws Failure if the port cannot be listened on */
    static StreamsMonitoring start(Configuration configuration, StitchingService stitching) {
        StreamsMonitoring monitoring = new StreamsMonitoring(configuration, stitching);
        stitching.metrics(Clock.systemUTC()).bindTo(monitoring.metrics.registry());
        monitoring.kafkaMeters.bindTo(monitoring.metrics.registry());
        configuration
                .find(MonitoringKeys.PORT)
                .ifPresent(port -> monitoring.listen(
                        HttpSettings.at(configuration.get(MonitoringKeys.HOST), Math.toIntExact(port))));
        return monitoring;
    }

    private void listen(HttpSettings settings) {
        try {
            MonitoringServer listening = MonitoringServer.start(settings, health(), metrics);
            server = listening;
            LOG.info("health and metrics are at http://{}:{}", settings.host(), listening.port());
        } catch (CannotListen e) {
            metrics.close();
            throw new Failure(String.valueOf(e.getMessage()), e);
        }
    }

    private Health health() {
        return Health.builder()
                .live(
                        "stitching",
                        () -> stitching
                                .failure()
                                .map(cause -> "has stopped: " + KafkaReach.rootMessage(cause))
                                .orElse(null))
                .ready("running", () -> stitching.isRunning() ? null : "restores, rebalances, or waits for an outage")
                .ready("lag", this::lagTrouble)
                .build();
    }

    private @Nullable String lagTrouble() {
        long now = lag.get();
        if (now == UNKNOWN) {
            return "is not known yet";
        }
        return now <= readyLag ? null : now + " records are still to be processed, more than " + readyLag;
    }

    /** Called again and again; asks for the lag now and then. */
    void look() {
        if (System.nanoTime() - looked < LOOK_AGAIN.toNanos()) {
            return;
        }
        looked = System.nanoTime();
        try {
            lag.set(stitching.lag());
        } catch (KafkaException e) {
            if (Thread.interrupted()) { // closing must not be interrupted as well
                throw e;
            }
            lag.set(UNKNOWN);
            LOG.warn("Kafka does not say how much is left to process: {}", KafkaReach.rootMessage(e));
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        kafkaMeters.close();
        metrics.close();
    }
}
