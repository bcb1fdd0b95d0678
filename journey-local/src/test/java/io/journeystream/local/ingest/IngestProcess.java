package io.journeystream.local.ingest;

import io.journeystream.ingest.http.IngestService;
import io.journeystream.ingest.http.IngestSettings;
import io.journeystream.local.process.ChildJvm;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.registry.CachingRegistry;
import io.journeystream.registry.HttpSchemaRegistry;
import io.journeystream.registry.RegistrySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The edge in a JVM of its own, which a test can kill. It writes its port into a file. */
final class IngestProcess implements AutoCloseable {
    private final Process process;
    private final Path directory;

    private IngestProcess(Process process, Path directory) {
        this.process = process;
        this.directory = directory;
    }

    static IngestProcess start(LocalStack stack, Path directory) throws IOException {
        List<String> command = ChildJvm.command("256m", Main.class);
        command.addAll(List.of(
                stack.bootstrapServers(),
                stack.registryUrl(),
                directory.resolve("port").toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("ingest.log").toFile())
                .start();
        return new IngestProcess(process, directory);
    }

    /** A client of it, when it is ready. */
    Client client() throws IOException, InterruptedException {
        Path port = directory.resolve("port");
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60); ; Thread.sleep(20)) {
            if (Files.exists(port)) {
                Client client = new Client(Integer.parseInt(Files.readString(port)));
                if (client.call("GET", "/health/ready").status() == 200) {
                    return client;
                }
            }
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("never ready:\n" + Files.readString(directory.resolve("ingest.log")));
            }
        }
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
            try (IngestService service = IngestService.start(
                    IngestSettings.local(0, arguments[0]),
                    new CachingRegistry(new HttpSchemaRegistry(RegistrySettings.of(arguments[1]))),
                    Clock.systemUTC())) {
                Path port = Path.of(arguments[2]);
                Path next = port.resolveSibling("next");
                Files.writeString(next, Integer.toString(service.port()));
                Files.move(next, port, StandardCopyOption.ATOMIC_MOVE);
                new CountDownLatch(1).await();
            }
        }
    }
}
