package io.journeystream.serve.alerts.delivery;

import io.journeystream.alerts.Delivery;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.reading.KafkaAccess;
import io.journeystream.serve.reading.KafkaUnavailable;
import io.journeystream.serve.reading.LatestRecords;
import io.journeystream.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code journey.deliveries.v1}. Written in transactions of one name: whoever opens it last is the only one that can write,
 * so that an instance that has missed that its turn is over cannot tell anybody anything new.
 */
final class DeliveryLog implements Kept, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLog.class);
    private static final String TRANSACTIONS = "journeystream-alerts-delivery";
    private static final Duration CLOSING = Duration.ofSeconds(3);

    private final KafkaProducer<String, byte[]> producer;
    private final Serializer<Delivery> serializer;
    private final DeliveryRecords records;
    private final List<Telling> kept;

    private DeliveryLog(
            KafkaProducer<String, byte[]> producer,
            Serializer<Delivery> serializer,
            DeliveryRecords records,
            List<Telling> kept) {
        this.producer = producer;
        this.serializer = serializer;
        this.records = records;
        this.kept = kept;
    }

    /**
     * Shuts out all others and reads what is kept.
     *
     * @throws KafkaUnavailable if Kafka does not answer
     */
    static DeliveryLog open(KafkaAccess kafka, SchemaRegistry registry) {
        DeliveryRecords records =
                new DeliveryRecords(registry, kafka.connection().registration());
        KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(producing(kafka), new StringSerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            List<Telling> kept = read(kafka, registry, records);
            Serializer<Delivery> serializer = Topics.DELIVERIES.valueSerializer(
                    registry, kafka.connection().registration());
            return new DeliveryLog(producer, serializer, records, kept);
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    private static Map<String, Object> producing(KafkaAccess kafka) {
        Map<String, Object> properties = kafka.producer();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONS);
        return properties;
    }

    /** What is kept; what cannot be read is passed over, with a word in the log. */
    static List<Telling> read(KafkaAccess kafka, SchemaRegistry registry, DeliveryRecords records) {
        try (LatestRecords<Delivery> deliveries = new LatestRecords<>(
                        kafka.consumer(), registry, Topics.DELIVERIES, Delivery.class, id -> true, LOG::info)
                .passingOver(LOG::warn)) {
            deliveries.refresh();
            return deliveries.values().stream()
                    .map(records::telling)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /** When it was opened. */
    List<Telling> kept() {
        return kept;
    }

    @Override
    public void keep(Collection<Telling> tellings) {
        try {
            producer.beginTransaction();
            List<Future<?>> sent = new ArrayList<>();
            for (Telling telling : tellings) {
                byte[] value = serializer.serialize(Topics.DELIVERIES.name(), records.record(telling));
                sent.add(producer.send(new ProducerRecord<>(Topics.DELIVERIES.name(), telling.id(), value)));
            }
            for (Future<?> each : sent) {
                each.get();
            }
            producer.commitTransaction();
        } catch (ExecutionException | KafkaException e) {
            throw new KafkaUnavailable("Kafka has not said that it keeps what was told: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSING);
    }
}
