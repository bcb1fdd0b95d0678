package io.journeystream.serve.alerts.watch;

import io.journeystream.alerts.WrittenRule;
import io.journeystream.registry.AvroSerializer.Registration;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.reading.KafkaUnavailable;
import io.journeystream.serve.reading.LatestRecords;
import io.journeystream.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Rules beside those of the definitions: written, and taken back, while everything runs. */
public final class RuleDesk {
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Map<String, ?> consumer;
    private final Map<String, ?> producer;
    private final SchemaRegistry registry;
    private final Registration registration;

    /**
     * @param consumer properties of Kafka's consumer
     * @param producer those of its producer
     */
    public RuleDesk(
            Map<String, ?> consumer, Map<String, ?> producer, SchemaRegistry registry, Registration registration) {
        this.consumer = Map.copyOf(consumer);
        this.producer = Map.copyOf(producer);
        this.registry = registry;
        this.registration = registration;
    }

    /**
     * Those that were written, by name.
     *
     * @throws KafkaUnavailable if Kafka does not answer, or has no such topic
     */
    public List<WrittenRule> written() {
        try (LatestRecords<WrittenRule> rules = new LatestRecords<>(
                consumer, registry, Topics.ALERT_RULES, WrittenRule.class, name -> true, sentence -> {})) {
            rules.refresh();
            return rules.values().stream()
                    .sorted(Comparator.comparing(WrittenRule::getName))
                    .toList();
        }
    }

    /**
     * From now on this rule holds, in the place of one with its name.
     *
     * @throws KafkaUnavailable if Kafka has not taken it
     */
    public void write(WrittenRule rule) throws InterruptedException {
        byte[] value =
                Topics.ALERT_RULES.valueSerializer(registry, registration).serialize(Topics.ALERT_RULES.name(), rule);
        send(rule.getName(), value);
    }

    /**
     * From now on only the definitions say what holds under this name.
     *
     * @throws KafkaUnavailable if Kafka has not taken it
     */
    public void takeBack(String name) throws InterruptedException {
        send(name, null);
    }

    private void send(String name, byte @Nullable [] value) throws InterruptedException {
        Map<String, Object> properties = new HashMap<>(producer);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        byte[] key = name.getBytes(StandardCharsets.UTF_8);
        KafkaProducer<byte[], byte[]> sender =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            sender.send(new ProducerRecord<>(Topics.ALERT_RULES.name(), key, value))
                    .get();
        } catch (ExecutionException | KafkaException e) {
            throw new KafkaUnavailable("Kafka has not taken the rule (" + e.getMessage() + "): try again", e);
        } finally {
            sender.close(CLOSING);
        }
    }
}
