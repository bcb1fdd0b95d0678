package io.journeystream.serve.alerts.watch;

import io.journeystream.serve.reading.KafkaAccess;
import java.util.List;

/**
 * How alert rules are asked.
 *
 * @param steps that lie between events and health; an hour is asked about when all of them are through with it
 */
public record WatchSettings(KafkaAccess kafka, List<PipelineStep> steps) {
    /** All who ask share it as a group of which one asks, and as transactional id, by which it ends those before. */
    static final String WRITER = "journeystream-alerts-watch";

    public WatchSettings {
        steps = List.copyOf(steps);
    }
}
