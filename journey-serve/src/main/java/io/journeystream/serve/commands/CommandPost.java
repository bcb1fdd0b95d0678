package io.journeystream.serve.commands;

import io.journeystream.identity.Identifiers;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.identity.IdentityResult;
import io.journeystream.registry.AvroDecoder;
import io.journeystream.registry.Decoded;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.reading.KafkaAccess;
import io.journeystream.serve.reading.KafkaUnavailable;
import io.journeystream.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends commands about identity to streams and hears its answers. */
final class CommandPost implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final SchemaRegistry registry;
    private final KafkaAccess kafka;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> answers;

    /** Connects; answers are heard from now on. */
    CommandPost(KafkaAccess kafka, SchemaRegistry registry) {
        this.kafka = kafka;
        this.registry = registry;
        this.producer = new KafkaProducer<>(producing(kafka), new ByteArraySerializer(), new ByteArraySerializer());
        this.answers = new KafkaConsumer<>(hearing(kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Map<String, Object> producing(KafkaAccess kafka) {
        Map<String, Object> properties = kafka.producer();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return properties;
    }

    private static Map<String, Object> hearing(KafkaAccess kafka) {
        Map<String, Object> properties = kafka.consumer();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return properties;
    }

    /**
     * Sends a command and waits for its answer.
     *
     * @return what became of it; empty if streams has not answered in that time: the command is kept nevertheless
     * @throws KafkaUnavailable if it was not sent
     * @throws CommandNotKept if Kafka has not said that it keeps it
     */
    Optional<IdentityResult> send(IdentityCommand command, Duration patience) throws InterruptedException {
        listen();
        keep(command);
        long end = System.nanoTime() + patience.toNanos();
        AvroDecoder<IdentityResult> decoder = new AvroDecoder<>(registry, IdentityResult.class);
        while (System.nanoTime() < end) {
            for (ConsumerRecord<byte[], byte[]> record : answers.poll(POLL)) {
                if (record.value() != null
                        && decoder.decode(record.value()) instanceof Decoded.Value<IdentityResult> result
                        && result.value().getCommandId().equals(command.getId())) {
                    return Optional.of(result.value());
                }
            }
        }
        return Optional.empty();
    }

    /** From the present end on; the position is fixed before anything is sent. */
    private void listen() {
        try {
            List<TopicPartition> partitions = answers.partitionsFor(Topics.IDENTITY_RESULTS.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw new KafkaUnavailable("Kafka has no topic " + Topics.IDENTITY_RESULTS
                        + ": is this the right one? If so, make the topics with ./journey topics create");
            }
            answers.assign(partitions);
            new HashMap<>(answers.endOffsets(partitions)).forEach(answers::seek);
        } catch (TimeoutException e) {
            throw new KafkaUnavailable("Kafka does not answer (" + e.getMessage() + "): see whether it runs there", e);
        }
    }

    private void keep(IdentityCommand command) throws InterruptedException {
        String topic = Topics.IDENTITY_COMMANDS.name();
        byte[] value = Topics.IDENTITY_COMMANDS
                .valueSerializer(registry, kafka.connection().registration())
                .serialize(topic, command);
        try {
            producer.send(new ProducerRecord<>(topic, Identifiers.key(command.getIdentifier()), value))
                    .get();
        } catch (ExecutionException | KafkaException e) {
            throw new CommandNotKept(command.getId(), e);
        }
    }

    @Override
    public void close() {
        boolean interrupted = Thread.interrupted(); // clients would leave their threads behind
        producer.close(CLOSING);
        answers.close(CloseOptions.timeout(CLOSING));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
