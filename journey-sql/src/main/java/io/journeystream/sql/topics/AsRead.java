package io.journeystream.sql.topics;

import io.journeystream.definitions.Definitions;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Of which state of the topics the rows are.
 *
 * @param ends of each partition the offset up to which it was read, exclusively
 * @param definitions in force
 * @param watermark how far event time had come; null if nothing tells
 * @param at when that was
 */
public record AsRead(
        Map<TopicPartition, Long> ends,
        Definitions definitions,
        @Nullable Instant watermark,
        Instant at) {

    /** The same by topic and partition. */
    public Map<String, Map<Integer, Long>> byTopic() {
        Map<String, Map<Integer, Long>> topics = new TreeMap<>();
        ends.forEach((partition, end) -> topics.computeIfAbsent(partition.topic(), topic -> new TreeMap<>())
                .put(partition.partition(), end));
        return topics;
    }
}
