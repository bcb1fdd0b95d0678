package io.journeystream.local.stitching;

import io.journeystream.journeys.Journey;
import io.journeystream.journeys.JourneyStatus;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.registry.SchemaRegistry;
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

/** What any subscriber that reads committed records only finds in the journeys topic. */
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
        Deserializer<Journey> journeys = Topics.JOURNEYS.valueDeserializer(registry);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.JOURNEYS.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    reader.accept(journeys.deserialize(record.topic(), record.value()));
                }
            }
        }
    }
}
