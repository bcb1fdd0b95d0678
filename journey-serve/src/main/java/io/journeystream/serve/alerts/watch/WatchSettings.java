package io.journeystream.serve.alerts.watch;

import io.journeystream.registry.AvroSerializer.Registration;
import java.time.Duration;
import java.util.Map;

/**
 * How alert rules are asked.
 *
 * @param consumer properties of Kafka's consumer
 * @param producer those of its producer
 * @param applicationId of streams; all who watch over its alerts share a transactional id made of it, and whoever begins
 *     ends the others
 * @param registration how the schema of alerts is found
 * @param patience how long what belongs to an hour may take through stitching and health before it is asked about
 */
public record WatchSettings(
        Map<String, Object> consumer,
        Map<String, Object> producer,
        String applicationId,
        Registration registration,
        Duration patience) {
    /** Twice what health takes at most under load, and a little. */
    public static final Duration STANDARD_PATIENCE = Duration.ofSeconds(30);

    public WatchSettings {
        consumer = Map.copyOf(consumer);
        producer = Map.copyOf(producer);
        if (patience.isNegative()) {
            throw new IllegalArgumentException("patience must not be negative, was " + patience);
        }
    }

    /** Transactional id of whoever writes alerts. */
    String writer() {
        return applicationId + "-alerts";
    }
}
