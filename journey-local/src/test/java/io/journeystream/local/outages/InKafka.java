package io.journeystream.local.outages;

import io.journeystream.events.ChannelEvent;
import io.journeystream.events.OperationalEvent;
import io.journeystream.events.VocEvent;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.JourneyStatus;
import io.journeystream.local.output.RecordJson;
import io.journeystream.local.stitching.Published;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** What any consumer finds in Kafka. */
final class InKafka {
    private final String bootstrapServers;
    private final SchemaRegistry registry;

    InKafka(Services services) {
        this.bootstrapServers = services.bootstrapServers();
        this.registry = services.registryClient();
    }

    /** How often each event is there, by id. */
    Map<String, Integer> events() {
        Map<String, Integer> events = new HashMap<>();
        count(Topics.CHANNEL_EVENTS, ChannelEvent::getEventId, events);
        count(Topics.OPERATIONAL_EVENTS, OperationalEvent::getEventId, events);
        count(Topics.VOC_EVENTS, VocEvent::getEventId, events);
        return events;
    }

    private <V> void count(Topic<?, V> topic, Function<V, String> id, Map<String, Integer> counts) {
        read(topic, event -> counts.merge(id.apply(event), 1, Integer::sum));
    }

    /** How many journeys have been published, revisions too. */
    long published() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer, Topics.JOURNEYS)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** The last record of each journey that is still one, as a line of JSON without what tells of its past. */
    Map<String, String> liveJourneys() {
        Map<String, Journey> last = new HashMap<>();
        read(Topics.JOURNEYS, journey -> last.put(journey.getJourneyId(), journey));
        Map<String, String> live = new TreeMap<>();
        last.values()
                .removeIf(journey ->
                        journey.getStatus() == JourneyStatus.SUPERSEDED || journey.getStatus() == JourneyStatus.ERASED);
        last.forEach((id, journey) ->
                live.put(id, new String(RecordJson.line(journey, Published.HISTORY), StandardCharsets.UTF_8)));
        return live;
    }

    private <V> void read(Topic<?, V> topic, Consumer<V> reader) {
        Deserializer<V> values = topic.valueDeserializer(registry);
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long start = System.nanoTime();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    reader.accept(values.deserialize(topic.name(), record.value()));
                }
                if (System.nanoTime() - start > Duration.ofMinutes(1).toNanos()) {
                    throw new AssertionError(topic + " could not be read to " + ends);
                }
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, Topic<?, ?> topic) {
        return consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }
}
