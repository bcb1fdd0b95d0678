package io.journeystream.serve.erasure;

import io.journeystream.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How Kafka removes records of a topic, which is the only way that some of them can be removed.
 *
 * @param compacted whether a later record with the same key replaces an earlier one
 * @param retention how long records stay; null: for ever
 * @param segment how long a file of the topic may be written to: records leave with their whole file
 */
public record TopicCare(
        String topic, boolean compacted, @Nullable Duration retention, Duration segment) {

    /** Whether it never removes a record. */
    public boolean keepsForEver() {
        return !compacted && retention == null;
    }

    /** Whether streams itself deletes what it has read. */
    public boolean isDeletedByStreams() {
        return topic.equals(Topics.ROUTING.name());
    }

    /** When a record of that time is gone at the latest; empty if the topic's settings do not say. */
    public Optional<Instant> goneBy(Instant appended) {
        return retention == null
                ? Optional.empty()
                : Optional.of(appended.plus(retention).plus(segment));
    }

    /** In words. */
    public String rule() {
        if (isDeletedByStreams()) {
            return "goes while streams runs, which deletes what it has read";
        }
        if (compacted) {
            return "goes when Kafka compacts the topic; no time is set (max.compaction.lag.ms would)";
        }
        return retention == null
                ? "Kafka keeps it for ever"
                : "goes " + days(retention) + " after the last record of its file, written to for up to "
                        + days(segment);
    }

    private static String days(Duration time) {
        return time.toDays() > 0 ? time.toDays() + " d" : time.toSeconds() + " s";
    }
}
