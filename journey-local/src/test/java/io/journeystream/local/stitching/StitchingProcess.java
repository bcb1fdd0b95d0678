package io.journeystream.local.stitching;

import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.local.process.ChildJvm;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.registry.CachingRegistry;
import io.journeystream.registry.HttpSchemaRegistry;
import io.journeystream.registry.RegistrySettings;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.streams.HealthService;
import io.journeystream.streams.StitchingService;
import io.journeystream.streams.StitchingSettings;
import io.journeystream.streams.health.HealthPace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Stitching and health in a JVM of their own, which a test can kill. It writes into a file how many records it has received. */
final class StitchingProcess implements AutoCloseable {
    private final Process process;
    private final Path progress;

    private StitchingProcess(Process process, Path progress) {
        this.process = process;
        this.progress = progress;
    }

    static StitchingProcess start(LocalStack stack, Path state, Path progress) throws IOException {
        Files.deleteIfExists(progress);
        List<String> command = ChildJvm.command("256m", Main.class);
        command.addAll(List.of(stack.bootstrapServers(), stack.registryUrl(), state.toString(), progress.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(progress.resolveSibling("stitching.log").toFile())
                .start();
        return new StitchingProcess(process, progress);
    }

    /** The standard, though the next instance need not wait long for one that was killed. */
    static StitchingSettings settings(String bootstrapServers, Path state) {
        return StitchingSettings.of(bootstrapServers, state).withKafka(Map.of("consumer.session.timeout.ms", 6_000));
    }

    /** Waits until it has received as many, and says how many it has. */
    long awaitReceived(long records) throws Exception {
        long received = 0;
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90); received < records; ) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("stitching got no further than " + received + ":\n"
                        + Files.readString(progress.resolveSibling("stitching.log")));
            }
            Thread.sleep(10);
            received = Files.exists(progress) ? Long.parseLong(Files.readString(progress)) : 0;
        }
        return received;
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** What the JVM runs. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) throws Exception {
            Path progress = Path.of(arguments[3]);
            StitchingSettings settings = settings(arguments[0], Path.of(arguments[2]));
            SchemaRegistry registry = new CachingRegistry(new HttpSchemaRegistry(RegistrySettings.of(arguments[1])));
            try (StitchingService stitching = new StitchingService(settings, StandingDefinitions.STANDARD, registry);
                    HealthService health =
                            new HealthService(settings, StandingDefinitions.STANDARD, registry, HealthPace.STANDARD)) {
                stitching.start();
                health.start();
                while (stitching.failure().or(health::failure).isEmpty()) {
                    long received =
                            stitching.ledger().map(ledger -> ledger.received()).orElse(0L);
                    Path next = progress.resolveSibling("next");
                    Files.writeString(next, Long.toString(received));
                    Files.move(next, progress, StandardCopyOption.ATOMIC_MOVE);
                    Thread.sleep(10);
                }
            }
        }
    }
}
