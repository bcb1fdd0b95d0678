package io.journeystream.serve.alerts.watch;

import io.journeystream.serve.reading.KafkaAccess;
import java.time.Duration;

/**
 * How alert rules are asked.
 *
 * @param patience how long what belongs to an hour may take through stitching and health before it is asked about
 */
public record WatchSettings(KafkaAccess kafka, Duration patience) {
    /** All who ask share it as a group of which one asks, and as transactional id, by which it ends those before. */
    static final String WRITER = "journeystream-alerts-watch";

    public WatchSettings {
        if (patience.isNegative()) {
            throw new IllegalArgumentException("patience must not be negative, was " + patience);
        }
    }
}
