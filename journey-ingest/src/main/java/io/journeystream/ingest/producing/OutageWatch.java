package io.journeystream.ingest.producing;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says now and then that Kafka does not answer, while the producer tries on. */
final class OutageWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutageWatch.class);
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final Deliveries deliveries;
    private final String servers;
    private final Thread thread = new Thread(this::watch, "journey-outage-watch");

    private OutageWatch(Deliveries deliveries, String servers) {
        this.deliveries = deliveries;
        this.servers = servers;
    }

    static OutageWatch start(Deliveries deliveries, String servers) {
        OutageWatch watch = new OutageWatch(deliveries, servers);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(INTERVAL.toMillis());
                Duration still = Duration.ofNanos(deliveries.stillFor());
                if (still.compareTo(INTERVAL) >= 0) {
                    LOG.warn(
                            "Kafka at {} has not acknowledged anything for {} s; {} records wait, none is lost; trying on",
                            servers,
                            still.toSeconds(),
                            deliveries.underWay());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
