package io.journeystream.serve.alerts.watch;

import io.journeystream.serve.reading.KafkaAccess;
import java.time.Duration;
import java.util.List;

/**
 * How alert rules are asked.
 *
 * @param steps that lie between events and health; an hour is asked about when all of them are through with it
 * @param futureTolerance that of stitching: what tells of a time further ahead of its own arrival is not believed
 */
public record WatchSettings(KafkaAccess kafka, List<PipelineStep> steps, Duration futureTolerance) {
    /** All who ask share it as a group of which one asks, and as transactional id, by which it ends those before. */
    static final String WRITER = "journeystream-alerts-watch";

    public WatchSettings {
        steps = List.copyOf(steps);
    }
}
