package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.events.Event;
import io.journeystream.ingest.producing.EventProducer;
import io.journeystream.ingest.producing.ProducerSettings;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.streams.HealthService;
import io.journeystream.streams.StitchingService;
import io.journeystream.streams.StitchingSettings;
import io.journeystream.streams.health.HealthPace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Kafka and a registry of a test's own, with streams at work on them, as commands find them. */
public final class Installation implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final LocalStack stack = LocalStack.start(StackSettings.temporary());
    private final Path directory;

    /** @param directory for the state of streams */
    public Installation(Path directory) {
        this.directory = directory;
    }

    public LocalStack stack() {
        return stack;
    }

    /** Not yet started. */
    public StitchingService streams() {
        return new StitchingService(settings(), StandingDefinitions.STANDARD, stack.schemaRegistry());
    }

    /** Not yet started. */
    public HealthService health() {
        return new HealthService(settings(), StandingDefinitions.STANDARD, stack.schemaRegistry(), HealthPace.STANDARD);
    }

    private StitchingSettings settings() {
        return StitchingSettings.of(stack.bootstrapServers(), directory.resolve("state"));
    }

    /** Events, and that time has come so far. */
    public void send(Instant now, Event... events) {
        try (EventProducer producer = EventProducer.connect(
                ProducerSettings.of(stack.bootstrapServers()), stack.schemaRegistry(), Clock.systemUTC())) {
            List.of(events).forEach(producer::send);
            producer.tick(now, "test");
            producer.flush();
        }
    }

    public static void settle(StitchingService streams) throws InterruptedException {
        assertThat(streams.awaitDrained(PATIENCE)).isTrue();
    }

    /** A command that is told where Kafka and the registry are. */
    public Journey run(String command, Collection<String> more) {
        return Journey.run(Stream.of(
                        Stream.of(command),
                        more.stream(),
                        Stream.of("--bootstrap-server", stack.bootstrapServers(), "--registry", stack.registryUrl()))
                .flatMap(part -> part)
                .toArray(String[]::new));
    }

    @Override
    public void close() {
        stack.close();
    }
}
