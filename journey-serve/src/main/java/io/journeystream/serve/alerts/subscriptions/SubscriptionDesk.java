package io.journeystream.serve.alerts.subscriptions;

import io.journeystream.alerts.SubscriptionKind;
import io.journeystream.alerts.WrittenSubscription;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.reading.KafkaAccess;
import io.journeystream.serve.reading.KafkaUnavailable;
import io.journeystream.serve.reading.LatestRecords;
import io.journeystream.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Keeps what teams write down about their alerts. Each call reads the topic. Safe for many threads. */
public final class SubscriptionDesk {
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final KafkaAccess kafka;
    private final SchemaRegistry registry;
    private final Clock clock;

    /** @param clock tells when something is written */
    public SubscriptionDesk(KafkaAccess kafka, SchemaRegistry registry, Clock clock) {
        this.kafka = kafka;
        this.registry = registry;
        this.clock = clock;
    }

    /** What came of a change. */
    public sealed interface Outcome {
        /**
         * It holds.
         *
         * @param before what was kept under that id; null if nothing was
         */
        record Changed(@Nullable WrittenSubscription before) implements Outcome {}

        /** Nothing is kept under that id. */
        record Unknown(List<String> ids) implements Outcome {}

        /**
         * It belongs to another team.
         *
         * @param why a sentence
         */
        record Forbidden(String why) implements Outcome {}
    }

    /**
     * All that is kept, in no order.
     *
     * @throws KafkaUnavailable if Kafka does not answer, or has no such topic
     */
    public Collection<WrittenSubscription> all() {
        try (LatestRecords<WrittenSubscription> records = open()) {
            records.refresh();
            return List.copyOf(records.values());
        }
    }

    private LatestRecords<WrittenSubscription> open() {
        return new LatestRecords<>(
                kafka.consumer(), registry, Topics.SUBSCRIPTIONS, WrittenSubscription.class, id -> true, line -> {});
    }

    private Optional<WrittenSubscription> kept(String id) {
        return all().stream().filter(each -> each.getId().equals(id)).findFirst();
    }

    /**
     * Writes an entry down, in the place of what is kept under its id.
     *
     * @param by who does
     * @throws KafkaUnavailable if Kafka has not said that it keeps it
     */
    public Outcome put(Entry entry, Ownership ownership, String by) throws InterruptedException {
        WrittenSubscription before = kept(entry.id()).orElse(null);
        Optional<String> objection = ownership.objection(entry, before);
        if (objection.isPresent()) {
            return new Outcome.Forbidden(objection.get());
        }
        SubscriptionKind kind = entry instanceof Silence ? SubscriptionKind.SILENCE : SubscriptionKind.SUBSCRIPTION;
        WrittenSubscription written =
                new WrittenSubscription(entry.id(), kind, entry.team(), entry.content(), clock.instant(), by);
        send(entry.id(), written);
        return new Outcome.Changed(before);
    }

    /**
     * Takes an entry back.
     *
     * @throws KafkaUnavailable if Kafka has not said that it keeps that
     */
    public Outcome remove(String id, Ownership ownership) throws InterruptedException {
        Collection<WrittenSubscription> all = all();
        Optional<WrittenSubscription> kept =
                all.stream().filter(each -> each.getId().equals(id)).findFirst();
        if (kept.isEmpty()) {
            return new Outcome.Unknown(
                    all.stream().map(WrittenSubscription::getId).sorted().toList());
        }
        Optional<String> objection = ownership.objection(kept.get());
        if (objection.isPresent()) {
            return new Outcome.Forbidden(objection.get());
        }
        send(id, null);
        return new Outcome.Changed(kept.get());
    }

    private void send(String id, @Nullable WrittenSubscription written) throws InterruptedException {
        Map<String, Object> properties = kafka.producer();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        String topic = Topics.SUBSCRIPTIONS.name();
        byte[] value = written == null
                ? null
                : Topics.SUBSCRIPTIONS
                        .valueSerializer(registry, kafka.connection().registration())
                        .serialize(topic, written);
        KafkaProducer<String, byte[]> sender =
                new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
        try {
            sender.send(new ProducerRecord<>(topic, id, value)).get();
        } catch (ExecutionException | KafkaException e) {
            throw new KafkaUnavailable(
                    "Kafka has not said that it keeps " + id + " (" + e.getMessage() + "): do this again", e);
        } finally {
            sender.close(CLOSING);
        }
    }
}
