package io.journeystream.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.ingest.http.IngestService;
import io.journeystream.ingest.http.IngestSettings;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.runtime.http.BodyLimits;
import io.journeystream.runtime.keys.ApiKey;
import io.journeystream.runtime.keys.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Servers that are set up in all the ways that answers depend on, in front of one Kafka or of none. */
final class Edges implements AutoCloseable {
    static final int BYTES = 4_000;
    static final int ITEMS = 3;
    static final String WRITER = ApiKey.newSecret();
    static final String WATCHER = ApiKey.newSecret();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NOBODY = "127.0.0.1:1";

    final LocalStack stack = LocalStack.start(StackSettings.temporary());
    final AtomicBoolean clockBroken = new AtomicBoolean();
    private final IngestSettings settings = IngestSettings.local(0, stack.bootstrapServers());
    final IngestService open = start(settings, Clock.systemUTC());
    final IngestService narrow = start(settings.with(limits()), Clock.systemUTC());
    final IngestService faulty = start(settings, new BrokenClock(clockBroken));
    final IngestService away = start(IngestSettings.local(0, NOBODY), Clock.systemUTC());
    final IngestService guarded;

    Edges(Path directory) throws Exception {
        Path keys = directory.resolve("keys.txt");
        Files.write(
                keys,
                List.of(
                        line("writer", WRITER, Scope.EVENTS_WRITE, Set.of("acd")),
                        line("watcher", WATCHER, Scope.MONITORING_READ, Set.of())));
        guarded = start(settings.withKeys(keys), Clock.systemUTC());
        for (IngestService service : List.of(open, narrow, faulty, guarded)) {
            awaitReady(new Client(service.port()));
        }
    }

    private static IngestSettings.Limits limits() {
        return new IngestSettings.Limits(new BodyLimits(BYTES, BYTES, Duration.ofSeconds(3)), ITEMS, BYTES);
    }

    private static String line(String name, String secret, Scope scope, Set<String> sources) {
        return new ApiKey(name, ApiKey.hashOf(secret), Set.of(scope), sources).line();
    }

    private IngestService start(IngestSettings how, Clock clock) {
        return IngestService.start(how, stack.schemaRegistry(), clock);
    }

    static void awaitReady(Client client) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (client.call("GET", "/health/ready").status() != 200) {
            assertThat(System.nanoTime() - start)
                    .as("ns of waiting: %s", client.call("GET", "/health/ready").text())
                    .isLessThan(PATIENCE.toNanos());
            Thread.sleep(50);
        }
    }

    @Override
    public void close() {
        for (IngestService service : List.of(open, narrow, faulty, away, guarded)) {
            service.close();
        }
        stack.close();
    }
}
