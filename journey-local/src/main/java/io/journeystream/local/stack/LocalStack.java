package io.journeystream.local.stack;

import io.journeystream.local.broker.EmbeddedBroker;
import io.journeystream.local.machine.CannotStart;
import io.journeystream.local.machine.DataDirectory;
import io.journeystream.local.registry.EmbeddedRegistry;
import io.journeystream.registry.CachingRegistry;
import io.journeystream.registry.HttpSchemaRegistry;
import io.journeystream.registry.RegistrySettings;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.topics.TopicSetup;
import io.journeystream.topics.Topics;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/**
 * All that Journeystream needs around it, in this process: Kafka with its topics, and a schema registry. Stops in the
 * reverse order of its start.
 */
public final class LocalStack implements AutoCloseable {
    /** What closes them, the one started last first. */
    private final Deque<Runnable> parts;

    private final DataDirectory directory;
    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;

    private LocalStack(
            Deque<Runnable> parts, DataDirectory directory, EmbeddedBroker broker, EmbeddedRegistry registry) {
        this.parts = parts;
        this.directory = directory;
        this.broker = broker;
        this.registry = registry;
    }

    /** Starts everything; should Kafka break down later, the log says why before the process ends. */
    public static LocalStack start(StackSettings settings) {
        return start(settings, words -> {});
    }

    /**
     * Starts everything; returns when it can be used.
     *
     * @param lastWords told in one sentence why, should Kafka be unable to go on, for instance because the disk is full;
     *     the process ends with exit code 1 right after
     * @throws CannotStart with one sentence that says what is in the way and what to do
     */
    public static LocalStack start(StackSettings settings, Consumer<String> lastWords) {
        Deque<Runnable> parts = new ArrayDeque<>();
        try {
            DataDirectory directory = DataDirectory.open(settings.dataDirectory());
            parts.push(directory::close);
            EmbeddedBroker broker = EmbeddedBroker.start(directory, settings.kafkaPort(), lastWords);
            parts.push(broker::close);
            EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers(), settings.registryPort());
            parts.push(registry::close);
            prepareTopics(broker.bootstrapServers(), settings.partitions());
            return new LocalStack(parts, directory, broker, registry);
        } catch (RuntimeException | Error e) {
            closeAll(parts);
            throw e;
        }
    }

    private static void prepareTopics(String bootstrapServers, int partitions) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            TopicSetup setup = new TopicSetup(admin);
            setup.makeMissing(Topics.ALL, partitions, (short) 1);
            List<String> problems = setup.problems();
            if (!problems.isEmpty()) {
                throw new CannotStart(
                        "The topics in the data directory cannot be used: " + String.join("; ", problems));
            }
        }
    }

    /** For {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Base address of the schema registry. */
    public String registryUrl() {
        return registry.url();
    }

    /** A new client of the schema registry that remembers what it was told. */
    public SchemaRegistry schemaRegistry() {
        return new CachingRegistry(new HttpSchemaRegistry(RegistrySettings.of(registryUrl())));
    }

    public Path dataDirectory() {
        return directory.path();
    }

    @Override
    public void close() {
        closeAll(parts);
    }

    private static void closeAll(Deque<Runnable> parts) {
        while (!parts.isEmpty()) {
            parts.pop().run();
        }
    }
}
