package io.journeystream.serve.alerts.delivery;

import io.journeystream.alerts.Delivery;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.reading.KafkaAccess;
import io.journeystream.serve.reading.KafkaUnavailable;
import io.journeystream.serve.reading.LatestRecords;
import io.journeystream.topics.Topics;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
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
    private static final String TOO_LARGE = "it is more than Kafka takes in one record";
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
     * @param meanwhile done now and then while that lasts
     * @throws KafkaUnavailable if Kafka does not answer
     */
    static DeliveryLog open(KafkaAccess kafka, SchemaRegistry registry, Runnable meanwhile) {
        DeliveryRecords records =
                new DeliveryRecords(registry, kafka.connection().registration());
        KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(producing(kafka), new StringSerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            List<Telling> kept = read(kafka, registry, records, meanwhile);
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
    private static List<Telling> read(
            KafkaAccess kafka, SchemaRegistry registry, DeliveryRecords records, Runnable meanwhile) {
        try (LatestRecords<Delivery> deliveries = new LatestRecords<>(
                        kafka.consumer(), registry, Topics.DELIVERIES, Delivery.class, id -> true, LOG::info)
                .passingOver(LOG::warn)
                .meanwhile(meanwhile)) {
            deliveries.refresh();
            return deliveries.values().stream()
                    .map(records::telling)
                    .flatMap(Optional::stream)
                    .map(Telling::remembered)
                    .toList();
        }
    }

    /** When it was opened. */
    List<Telling> kept() {
        return kept;
    }

    @Override
    public List<Telling> keep(List<Telling> tellings) {
        List<Telling> kept = tellings;
        Set<String> shortened = new HashSet<>();
        for (Optional<String> tooLarge = write(kept); tooLarge.isPresent(); tooLarge = write(kept)) {
            String id = tooLarge.get();
            if (!shortened.add(id)) {
                throw new KafkaUnavailable("Kafka does not take even what is left of notice " + id + ": see "
                        + "max.message.bytes of " + Topics.DELIVERIES.name());
            }
            LOG.error("notice {} is more than Kafka takes: its alerts are in {}", id, Topics.ALERTS.name());
            kept = kept.stream()
                    .map(telling -> telling.id().equals(id) ? telling.shortened(TOO_LARGE) : telling)
                    .toList();
        }
        return kept;
    }

    /** All of them or none; the id of the first that is too large, if that is why none was. */
    private Optional<String> write(List<Telling> tellings) {
        Map<String, Future<?>> sent = new LinkedHashMap<>();
        try {
            producer.beginTransaction();
            for (Telling telling : tellings) {
                byte[] value = serializer.serialize(Topics.DELIVERIES.name(), records.record(telling));
                sent.put(
                        telling.id(),
                        producer.send(new ProducerRecord<>(Topics.DELIVERIES.name(), telling.id(), value)));
            }
            for (Future<?> each : sent.values()) {
                each.get();
            }
            producer.commitTransaction();
            return Optional.empty();
        } catch (ExecutionException | KafkaException e) {
            Optional<String> tooLarge = sent.entrySet().stream()
                    .filter(each -> isTooLarge(each.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst();
            if (tooLarge.isEmpty()) {
                throw new KafkaUnavailable("Kafka has not said that it keeps what was told: " + e.getMessage(), e);
            }
            producer.abortTransaction();
            return tooLarge;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static boolean isTooLarge(Future<?> sent) {
        try {
            if (sent.isDone()) {
                sent.get();
            }
            return false;
        } catch (ExecutionException e) {
            return e.getCause() instanceof RecordTooLargeException;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSING);
    }
}
