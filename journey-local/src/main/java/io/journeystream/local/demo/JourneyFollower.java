package io.journeystream.local.demo;

import io.journeystream.journeys.Journey;
import io.journeystream.local.pipeline.Pipeline;
import io.journeystream.local.tally.Board;
import io.journeystream.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads journeys as they are published, from the first one on, and keeps the board up to date. Not thread-safe. */
final class JourneyFollower implements AutoCloseable {
    private final KafkaConsumer<String, Journey> consumer;
    private final List<TopicPartition> partitions;
    private final Board board = new Board();
    private final MatchedContacts matched;

    /** @param strongCustomers ids of customers with a strong identifier */
    JourneyFollower(Pipeline pipeline, Set<String> strongCustomers) {
        this.matched = new MatchedContacts(strongCustomers);
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        pipeline.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000),
                Topics.JOURNEYS.keyDeserializer(pipeline.registry()),
                Topics.JOURNEYS.valueDeserializer(pipeline.registry()));
        this.partitions = consumer.partitionsFor(Topics.JOURNEYS.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Takes in what is there, waiting up to that long for something to come. */
    void follow(Duration patience) {
        for (ConsumerRecord<String, Journey> record : consumer.poll(patience)) {
            board.update(record.value());
            matched.update(record.value());
        }
    }

    /** Takes in everything published up to now. */
    void catchUp() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            follow(Duration.ofMillis(200));
        }
    }

    Board board() {
        return board;
    }

    MatchedContacts matched() {
        return matched;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
