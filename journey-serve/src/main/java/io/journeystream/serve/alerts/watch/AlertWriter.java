package io.journeystream.serve.alerts.watch;

import io.journeystream.alerts.Alert;
import io.journeystream.registry.AvroSerializer.Registration;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.reading.KafkaUnavailable;
import io.journeystream.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Publishes alerts, those of one look all or none. Whoever begins ends all writers before it, which may have been taken
 * for dead: their next write fails.
 */
final class AlertWriter implements AutoCloseable {
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final KafkaProducer<byte[], byte[]> producer;
    private final Serializer<Alert> serializer;

    /**
     * @param kafka properties of Kafka's producer
     * @param writer name that all writers of one installation share
     */
    AlertWriter(Map<String, Object> kafka, String writer, SchemaRegistry registry, Registration registration) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, writer);
        this.producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        this.serializer = Topics.ALERTS.valueSerializer(registry, registration);
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            close();
            throw new KafkaUnavailable("Kafka does not let alerts be written (" + e.getMessage() + ")", e);
        }
    }

    /** @throws KafkaUnavailable if none of them was written, or another has taken over */
    @SuppressWarnings("FutureReturnValueIgnored") // what becomes of each, the commit says
    void write(List<Alert> alerts) {
        try {
            producer.beginTransaction();
            for (Alert alert : alerts) {
                String topic = Topics.ALERTS.name();
                byte[] key = alert.getFingerprint().getBytes(StandardCharsets.UTF_8);
                producer.send(new ProducerRecord<>(topic, key, serializer.serialize(topic, alert)));
            }
            producer.commitTransaction();
        } catch (KafkaException e) {
            throw new KafkaUnavailable("Kafka has not taken the alerts (" + e.getMessage() + ")", e);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSING);
    }
}
