package io.journeystream.serve.alerts.turns;

import io.journeystream.serve.reading.KafkaAccess;
import io.journeystream.topics.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Whose turn it is to do what only one may do: of all instances over the cluster the one whose consumer holds the first
 * partition of the subscriptions. Another takes over within seconds. For one thread.
 */
public final class Turn implements AutoCloseable {
    private static final Duration CLOSING = Duration.ofSeconds(3);
    private static final int SESSION_MILLIS = 10_000;
    private static final TopicPartition FIRST = new TopicPartition(Topics.SUBSCRIPTIONS.name(), 0);

    private static final long KEEP_EVERY = Duration.ofSeconds(1).toNanos();

    private final KafkaConsumer<byte[], byte[]> consumer;
    private long kept = System.nanoTime();

    /**
     * Stands in line.
     *
     * @param group name that all who may have the turn share
     */
    public Turn(KafkaAccess kafka, String group) {
        Map<String, Object> properties = kafka.consumer();
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.SUBSCRIPTIONS.name()), new Pausing());
    }

    /** Nothing is read here: holding the partition is all. */
    private final class Pausing implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            consumer.pause(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            // what is held now is asked for after each look
        }
    }

    /** Looks for that long, and tells whether it is this one's turn. */
    public boolean look(Duration patience) {
        consumer.poll(patience);
        return consumer.assignment().contains(FIRST);
    }

    /**
     * Says that this one is still at work, to be called again and again by work that takes long: who is silent for minutes
     * loses the turn. Whether it is still this one's, the next look tells.
     */
    public void keep() {
        if (System.nanoTime() - kept > KEEP_EVERY) {
            kept = System.nanoTime();
            consumer.poll(Duration.ZERO);
        }
    }

    /** What whoever had the turn last has left for the next; empty if nothing, or so long ago that Kafka has forgotten it. */
    public Optional<String> note() {
        return Optional.ofNullable(consumer.committed(Set.of(FIRST)).get(FIRST))
                .map(OffsetAndMetadata::metadata)
                .filter(note -> !note.isEmpty());
    }

    /** Leaves a note in the open transaction of a producer; none is kept of who has lost the turn. */
    public void leave(KafkaProducer<?, ?> producer, String note) {
        producer.sendOffsetsToTransaction(Map.of(FIRST, new OffsetAndMetadata(0, note)), consumer.groupMetadata());
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSING));
    }
}
