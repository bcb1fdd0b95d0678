package io.journeystream.ingest.rejects;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Where reading begins: not at the beginning of a month if only the last hour is wanted. */
final class Beginning {
    /** A reject is appended after it was refused; clocks of brokers may be that far behind the edge's. */
    private static final Duration CLOCKS_APART = Duration.ofHours(1);

    private Beginning() {}

    static void seek(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions, @Nullable Instant since) {
        consumer.seekToBeginning(partitions);
        if (since == null || since.isBefore(Instant.EPOCH.plus(CLOCKS_APART))) {
            return;
        }
        long appended = since.minus(CLOCKS_APART).toEpochMilli();
        Map<TopicPartition, Long> times = partitions.stream().collect(Collectors.toMap(p -> p, p -> appended));
        Map<TopicPartition, @Nullable OffsetAndTimestamp> places = consumer.offsetsForTimes(times);
        consumer.seekToEnd(
                partitions.stream().filter(p -> places.get(p) == null).toList());
        places.forEach((partition, place) -> {
            if (place != null) {
                consumer.seek(partition, place.offset());
            }
        });
    }
}
