package io.journeystream.serve.alerts.watch;

import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;
import java.time.Duration;
import java.util.List;

/**
 * One of the steps from an event to the cells that count it.
 *
 * @param group of consumers that takes it
 * @param topics that it reads; none for those that it keeps for itself
 * @param holds how long it may hold back what it has read
 */
public record PipelineStep(String group, List<? extends Topic<?, ?>> topics, Duration holds) {
    public PipelineStep {
        topics = List.copyOf(topics);
        if (holds.isNegative()) {
            throw new IllegalArgumentException("must not be negative, was " + holds);
        }
    }

    /**
     * Through stitching, where an event may be routed and what it moves be routed once more; then twice through health,
     * which gathers differences first and cells afterwards.
     *
     * @param stitching name of its group
     * @param health name of its group
     * @param holds how long health may hold back each of the two
     */
    public static List<PipelineStep> all(String stitching, String health, Duration holds) {
        PipelineStep stitched = new PipelineStep(stitching, Topics.PARTITIONED_ALIKE, Duration.ZERO);
        return List.of(
                stitched,
                stitched,
                stitched,
                new PipelineStep(health, List.of(Topics.JOURNEYS), holds),
                new PipelineStep(health, List.of(), holds));
    }
}
