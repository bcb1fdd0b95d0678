package io.journeystream.local.registry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The compacted topic {@code _schemas}: every fact of the registry, in order. */
final class SchemaLog implements AutoCloseable {
    static final TopicPartition PARTITION = new TopicPartition("_schemas", 0);

    private final Map<String, Object> connection;
    private final KafkaProducer<String, String> producer;

    SchemaLog(String bootstrapServers) {
        this.connection = Map.of("bootstrap.servers", bootstrapServers);
        makeTopic();
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "delivery.timeout.ms",
                        30_000,
                        "request.timeout.ms",
                        10_000,
                        "linger.ms",
                        0),
                new StringSerializer(),
                new StringSerializer());
    }

    private void makeTopic() {
        NewTopic topic = new NewTopic(PARTITION.topic(), 1, (short) 1)
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        try (Admin admin = Admin.create(connection)) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("the registry's topic " + PARTITION.topic() + " cannot be made", e.getCause());
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Hands over everything there is, oldest first. */
    void replay(Consumer<ConsumerRecord<String, String>> reader) {
        try (var consumer = new KafkaConsumer<>(connection, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> all = List.of(PARTITION);
            consumer.assign(all);
            consumer.seekToBeginning(all);
            long end = consumer.endOffsets(all).getOrDefault(PARTITION, 0L);
            while (consumer.position(PARTITION) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(reader);
            }
        }
    }

    /** Returns once the fact is safe. */
    void append(String key, String value) {
        try {
            producer.send(new ProducerRecord<>(PARTITION.topic(), key, value)).get();
        } catch (ExecutionException e) {
            throw new KafkaException("the registry cannot write to " + PARTITION.topic(), e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
