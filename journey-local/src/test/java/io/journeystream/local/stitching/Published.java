package io.journeystream.local.stitching;

import io.journeystream.journeys.Journey;
import io.journeystream.journeys.JourneyStatus;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** What any subscriber that reads committed records only finds in what streams publishes. */
public final class Published {
    /** What tells of a journey's past, which depends on when events came; no analysis writes it. */
    public static final Set<String> HISTORY = Set.of("corrected", "supersededBy", "cause");

    private Published() {}

    /** The last record of each journey, without those that are none any more. */
    public static Map<String, Journey> live(LocalStack stack) {
        Map<String, Journey> live = new HashMap<>();
        all(stack).forEach(journey -> live.put(journey.getJourneyId(), journey));
        live.values()
                .removeIf(journey ->
                        journey.getStatus() == JourneyStatus.SUPERSEDED || journey.getStatus() == JourneyStatus.ERASED);
        return live;
    }

    /** Every record there is. */
    static List<Journey> all(LocalStack stack) {
        List<Journey> all = new ArrayList<>();
        read(stack, all::add);
        return all;
    }

    /** Every record there is, one at a time. */
    static void read(LocalStack stack, Consumer<Journey> reader) {
        read(stack.bootstrapServers(), stack.schemaRegistry(), reader);
    }

    /** The same, wherever Kafka and the registry are. */
    public static void read(String bootstrapServers, SchemaRegistry registry, Consumer<Journey> reader) {
        read(bootstrapServers, registry, Topics.JOURNEYS, (key, journey) -> {
            if (journey != null) {
                reader.accept(journey);
            }
        });
    }

    /** The last word on each key of a topic, without keys that have ended. */
    public static <V> Map<String, V> latest(LocalStack stack, Topic<String, V> topic) {
        Map<String, V> latest = new HashMap<>();
        read(stack.bootstrapServers(), stack.schemaRegistry(), topic, (key, value) -> {
            if (value == null) {
                latest.remove(key);
            } else {
                latest.put(key, value);
            }
        });
        return latest;
    }

    /** Takes what is published; null where a key has ended. */
    public interface Reader<V> {
        void accept(String key, @Nullable V value);
    }

    /** Every record of a topic, in the order of each partition, wherever Kafka and the registry are. */
    public static <V> void read(
            String bootstrapServers, SchemaRegistry registry, Topic<String, V> topic, Reader<V> reader) {
        Deserializer<V> values = topic.valueDeserializer(registry);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    byte[] value = record.value();
                    reader.accept(record.key(), value == null ? null : values.deserialize(record.topic(), value));
                }
            }
        }
    }
}
