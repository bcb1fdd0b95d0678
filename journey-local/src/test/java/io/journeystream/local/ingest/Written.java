package io.journeystream.local.ingest;

import io.journeystream.events.ChannelEvent;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.rejects.Reject;
import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** What is in Kafka: all of a topic, up to its end when asked. */
final class Written {
    private final LocalStack stack;

    Written(LocalStack stack) {
        this.stack = stack;
    }

    List<ChannelEvent> channelEvents() {
        return all(Topics.CHANNEL_EVENTS);
    }

    List<Reject> rejects() {
        return all(Topics.REJECTS);
    }

    <V extends SpecificRecord> List<V> all(Topic<?, V> topic) {
        Map<String, Object> properties =
                Map.of("bootstrap.servers", stack.bootstrapServers(), "isolation.level", "read_committed");
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        Deserializer<V> values = topic.valueDeserializer(stack.schemaRegistry());
        List<V> all = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties, bytes, bytes)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(topic.name(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    all.add(values.deserialize(topic.name(), record.value()));
                }
            }
        }
        return all;
    }
}
