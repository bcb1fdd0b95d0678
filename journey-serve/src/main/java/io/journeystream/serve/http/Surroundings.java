package io.journeystream.serve.http;

import io.journeystream.registry.RegistryRefused;
import io.journeystream.registry.RegistryUnavailable;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.reading.KafkaAccess;
import io.journeystream.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether Kafka with its topics and the registry are there, looked at again and again. */
final class Surroundings implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Surroundings.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final KafkaAccess kafka;
    private final SchemaRegistry registry;
    private final ScheduledThreadPoolExecutor looking;
    private volatile @Nullable String trouble = "Kafka and the schema registry are waited for, or checked";
    private volatile @Nullable Admin admin;

    Surroundings(KafkaAccess kafka) {
        this.kafka = kafka;
        this.registry = kafka.connection().connectRegistry();
        this.looking = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "surroundings");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** From now on it looks. */
    void begin() {
        var unused = looking.scheduleWithFixedDelay(this::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What is away, for a person to read; null if nothing is. */
    @Nullable
    String trouble() {
        return trouble;
    }

    private void look() {
        try {
            String found = ofKafka();
            trouble = found == null ? ofRegistry() : found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) { // or it would never look again
            LOG.error("Kafka or the registry cannot be looked at; the next time it is tried all the same", e);
            trouble = "Kafka or the schema registry cannot be looked at: " + e.getMessage();
        }
    }

    private @Nullable String ofKafka() throws InterruptedException {
        try {
            List<String> needed = List.of(Topics.IDENTITY_COMMANDS.name(), Topics.IDENTITY_RESULTS.name());
            client().describeTopics(needed).allTopicNames().get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            return null;
        } catch (ExecutionException e) {
            return e.getCause() instanceof UnknownTopicOrPartitionException
                    ? "Kafka lacks topics: make them with ./journey topics create"
                    : "Kafka does not answer: " + message(e);
        } catch (TimeoutException | KafkaException e) {
            return "Kafka does not answer";
        }
    }

    private Admin client() {
        Admin open = admin;
        if (open == null) {
            open = Admin.create(kafka.admin());
            admin = open;
        }
        return open;
    }

    private static String message(ExecutionException e) {
        return String.valueOf(
                e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
    }

    private @Nullable String ofRegistry() {
        try {
            registry.latest(Topics.CHANNEL_EVENTS.name() + "-value");
            return null;
        } catch (RegistryUnavailable | RegistryRefused e) {
            return "the schema registry does not answer: " + e.getMessage();
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
        try {
            looking.awaitTermination(ANSWER.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Admin open = admin;
        if (open != null) {
            open.close(ANSWER);
        }
    }
}
