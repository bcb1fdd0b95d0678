package io.journeystream.serve.definitions;

import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.registry.AvroSerializer.Registration;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.reading.KafkaUnavailable;
import io.journeystream.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Lays down definitions: from then on they hold, wherever streams runs, without a restart. */
public final class DefinitionsDesk {
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Map<String, ?> consumer;
    private final Map<String, ?> producer;
    private final SchemaRegistry registry;
    private final Registration registration;
    private final Clock clock;

    /**
     * @param consumer properties of Kafka's consumer
     * @param producer those of its producer
     * @param clock tells since when definitions hold
     */
    public DefinitionsDesk(
            Map<String, ?> consumer,
            Map<String, ?> producer,
            SchemaRegistry registry,
            Registration registration,
            Clock clock) {
        this.consumer = Map.copyOf(consumer);
        this.producer = Map.copyOf(producer);
        this.registry = registry;
        this.registration = registration;
        this.clock = clock;
    }

    /**
     * All that were laid down up to now.
     *
     * @throws KafkaUnavailable if Kafka does not answer, or has no such topic
     */
    public LaidDownDefinitions laidDown() {
        return LaidDownDefinitions.read(consumer, registry);
    }

    /**
     * What came of laying down.
     *
     * @param now those that hold
     * @param sent false if they held already, in every partition
     */
    public record Laid(StandingDefinitions now, boolean sent) {}

    /**
     * Lays down definitions, unless they hold already.
     *
     * @param by who does
     * @throws KafkaUnavailable if Kafka does not answer, or has not said of every partition that it keeps them: then they
     *     may hold for some customers, and are to be laid down again
     */
    public Laid layDown(WrittenDefinitions written, String by) throws InterruptedException {
        LaidDownDefinitions laidDown = laidDown();
        Optional<StandingDefinitions> latest = laidDown.latest();
        Optional<StandingDefinitions> same =
                latest.filter(standing -> standing.written().id().equals(written.id()));
        if (same.filter(laidDown::isEverywhere).isPresent()) {
            return new Laid(same.get(), false);
        }
        long after = latest.map(StandingDefinitions::at).orElse(0L) + 1;
        StandingDefinitions next =
                same.orElseGet(() -> new StandingDefinitions(written, Math.max(clock.millis(), after), by));
        send(next, laidDown.partitions());
        return new Laid(next, true);
    }

    private void send(StandingDefinitions next, int partitions) throws InterruptedException {
        Map<String, Object> properties = new HashMap<>(producer);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        String topic = Topics.DEFINITIONS.name();
        byte[] key = next.written().id().getBytes(StandardCharsets.UTF_8);
        byte[] value =
                Topics.DEFINITIONS.valueSerializer(registry, registration).serialize(topic, next.published());
        KafkaProducer<byte[], byte[]> sender =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            List<Future<?>> sent = new ArrayList<>();
            for (int partition = 0; partition < partitions; partition++) {
                sent.add(sender.send(new ProducerRecord<>(topic, partition, key, value)));
            }
            for (Future<?> each : sent) {
                each.get();
            }
        } catch (ExecutionException | KafkaException e) {
            throw new KafkaUnavailable(
                    "Kafka has not said that it keeps the definitions (" + e.getMessage()
                            + "), so they may hold for some customers and not for others: lay them down again",
                    e);
        } finally {
            sender.close(CLOSING);
        }
    }
}
