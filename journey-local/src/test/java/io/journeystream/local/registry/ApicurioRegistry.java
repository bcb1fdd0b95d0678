package io.journeystream.local.registry;

import io.journeystream.local.machine.LoopbackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Apicurio Registry, which nobody here wrote, in a process of its own and in memory. The build puts it below
 * {@code target}. One serves all tests of a JVM, and ends with it.
 */
public final class ApicurioRegistry {
    private static final Path DIRECTORY = Path.of("target", "apicurio");
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static @Nullable ApicurioRegistry shared;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final String url;

    private ApicurioRegistry(Process process, int port) {
        this.process = process;
        this.url = "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    }

    /** The one of this JVM, started if need be, with the compatibility that Journeystream asks for. */
    public static synchronized ApicurioRegistry shared() {
        if (shared == null) {
            shared = start();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::stop, "stop-apicurio"));
            shared.awaitReady();
            shared.put("/config", "{\"compatibility\": \"BACKWARD_TRANSITIVE\"}");
        }
        return shared;
    }

    private static ApicurioRegistry start() {
        try {
            int port = LoopbackPort.free();
            return new ApicurioRegistry(command(port).start(), port);
        } catch (IOException e) {
            throw new UncheckedIOException("Apicurio Registry cannot be started from " + DIRECTORY, e);
        }
    }

    private static ProcessBuilder command(int port) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path temporary =
                Files.createDirectories(DIRECTORY.resolve("tmp-" + port)).toAbsolutePath();
        return new ProcessBuilder(List.of(
                        java.toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + temporary,
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-jar",
                        runner()))
                .directory(DIRECTORY.toFile())
                .redirectErrorStream(true)
                .redirectOutput(DIRECTORY.resolve("apicurio-" + port + ".log").toFile());
    }

    private static String runner() throws IOException {
        try (FileChannel channel =
                FileChannel.open(DIRECTORY.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock unused = channel.lock(); // other JVMs run tests, too
            if (Files.notExists(DIRECTORY.resolve("lib"))) {
                unpack();
            }
        }
        try (var files = Files.list(DIRECTORY)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no runner in " + DIRECTORY));
        }
    }

    private static void unpack() throws IOException {
        Process tar = new ProcessBuilder("tar", "xzf", "apicurio.tar.gz")
                .directory(DIRECTORY.toFile())
                .inheritIO()
                .start();
        try {
            if (tar.waitFor() != 0) {
                throw new IOException("apicurio.tar.gz in " + DIRECTORY + " cannot be unpacked");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitReady() {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                throw new IllegalStateException("Apicurio Registry did not start; what it said is in " + DIRECTORY);
            }
            pause();
        }
    }

    private boolean answers() {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url + "/subjects")).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void pause() {
        try {
            var unused = process.waitFor(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void put(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Apicurio Registry refused " + body + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Base address of its Confluent API. */
    public String url() {
        return url;
    }

    private void stop() {
        process.destroy();
    }
}
