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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what teams write down about their alerts. Each call reads the topic. Safe for many threads. */
public final class SubscriptionDesk {
    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionDesk.class);
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
        return kept().byId().values();
    }

    private LatestRecords<WrittenSubscription> open() {
        return new LatestRecords<>(
                        kafka.consumer(),
                        registry,
                        Topics.SUBSCRIPTIONS,
                        WrittenSubscription.class,
                        id -> true,
                        line -> {})
                .passingOver(LOG::warn);
    }

    /**
     * What is kept.
     *
     * @param unreadable ids under which something is kept that cannot be read
     */
    private record Kept(Map<String, WrittenSubscription> byId, Set<String> unreadable) {
        Optional<String> objection(String id, Ownership ownership) {
            return unreadable.contains(id) && !ownership.teams().isEmpty()
                    ? Optional.of("what is kept as " + id + " cannot be read, so nobody knows whose it is: whoever may"
                            + " change everything can take it back")
                    : Optional.empty();
        }
    }

    private Kept kept() {
        try (LatestRecords<WrittenSubscription> records = open()) {
            records.refresh();
            Map<String, WrittenSubscription> byId = new HashMap<>();
            records.values().forEach(each -> byId.put(each.getId(), each));
            return new Kept(byId, Set.copyOf(records.unreadable()));
        }
    }

    /**
     * Writes an entry down, in the place of what is kept under its id. If another team does so at the same time, the later
     * of the two holds, and the other is told so.
     *
     * @param by who does
     * @throws KafkaUnavailable if Kafka has not said that it keeps it
     */
    public Outcome put(Entry entry, Ownership ownership, String by) throws InterruptedException {
        Kept kept = kept();
        WrittenSubscription before = kept.byId().get(entry.id());
        Optional<String> objection = kept.objection(entry.id(), ownership).or(() -> ownership.objection(entry, before));
        if (objection.isPresent()) {
            return new Outcome.Forbidden(objection.get());
        }
        SubscriptionKind kind = entry instanceof Silence ? SubscriptionKind.SILENCE : SubscriptionKind.SUBSCRIPTION;
        WrittenSubscription written =
                new WrittenSubscription(entry.id(), kind, entry.team(), entry.content(), clock.instant(), by);
        send(entry.id(), written);
        return ownership
                .objection(entry, kept().byId().get(entry.id()))
                .<Outcome>map(Outcome.Forbidden::new)
                .orElseGet(() -> new Outcome.Changed(before));
    }

    /**
     * Takes an entry back.
     *
     * @throws KafkaUnavailable if Kafka has not said that it keeps that
     */
    public Outcome remove(String id, Ownership ownership) throws InterruptedException {
        Kept kept = kept();
        WrittenSubscription before = kept.byId().get(id);
        if (before == null && !kept.unreadable().contains(id)) {
            return new Outcome.Unknown(kept.byId().keySet().stream().sorted().toList());
        }
        Optional<String> objection = before == null ? kept.objection(id, ownership) : ownership.objection(before);
        if (objection.isPresent()) {
            return new Outcome.Forbidden(objection.get());
        }
        send(id, null);
        return new Outcome.Changed(before);
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
