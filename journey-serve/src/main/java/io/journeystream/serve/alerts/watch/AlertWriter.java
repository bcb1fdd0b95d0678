package io.journeystream.serve.alerts.watch;

import io.journeystream.alerts.Alert;
import io.journeystream.registry.AvroSerializer.Registration;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.alerts.turns.Turn;
import io.journeystream.serve.reading.KafkaUnavailable;
import io.journeystream.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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
    private final Turn turn;

    /**
     * @param turn in which it is written: whoever has the next finds there how far this one has come
     * @param kafka properties of Kafka's producer
     * @param writer name that all writers of one installation share
     */
    AlertWriter(
            Turn turn, Map<String, Object> kafka, String writer, SchemaRegistry registry, Registration registration) {
        this.turn = turn;
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

    /** The last hour that was asked about, by whoever wrote last, epoch milliseconds; empty if that is not known. */
    OptionalLong asked() {
        return turn.note().stream()
                .mapToLong(note -> Instant.parse(note).toEpochMilli())
                .findFirst();
    }

    /**
     * Alerts, and until when rules have been asked.
     *
     * @param asked the last hour, epoch milliseconds
     * @throws KafkaUnavailable if none of them was written, or another has taken over
     */
    @SuppressWarnings("FutureReturnValueIgnored") // what becomes of each, the commit says
    void write(List<Alert> alerts, long asked) {
        try {
            producer.beginTransaction();
            for (Alert alert : alerts) {
                String topic = Topics.ALERTS.name();
                byte[] key = alert.getFingerprint().getBytes(StandardCharsets.UTF_8);
                producer.send(new ProducerRecord<>(topic, key, serializer.serialize(topic, alert)));
            }
            turn.leave(producer, Instant.ofEpochMilli(asked).toString());
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
