package io.journeystream.local.clients;

import static java.util.Objects.requireNonNull;

import io.journeystream.local.machine.LoopbackPort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Alertmanager, which tells one receiver of whatever it is told. */
public final class AlertmanagerProcess implements AutoCloseable {
    public static final String PROGRAM = "prometheus-alertmanager";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** It would take what we do not speak of for over after a second. */
    private static final String CONFIGURATION = """
            global: {resolve_timeout: 1s}
            route: {receiver: here, group_by: [alertname, type], group_wait: 0s, group_interval: 1s, repeat_interval: 1h}
            receivers:
              - {name: here, webhook_configs: [{url: "%s", send_resolved: true}]}
            """;

    private final Process process;
    private final URI uri;

    private AlertmanagerProcess(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** Whether this machine has one. */
    public static boolean isInstalled() {
        return Command.exists(PROGRAM);
    }

    /**
     * Starts it, and returns when it is ready.
     *
     * @param directory for what it keeps
     * @param receiver of its own notices
     */
    public static AlertmanagerProcess start(Path directory, URI receiver) throws IOException, InterruptedException {
        Path configuration = directory.resolve("alertmanager.yml");
        Files.writeString(configuration, CONFIGURATION.formatted(receiver));
        int port = LoopbackPort.free();
        Path log = directory.resolve("alertmanager.log");
        Process process = new ProcessBuilder(List.of(
                        PROGRAM,
                        "--config.file=" + configuration,
                        "--storage.path=" + directory.resolve("alertmanager"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address="))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        AlertmanagerProcess started = new AlertmanagerProcess(process, URI.create("http://127.0.0.1:" + port));
        started.awaitReady(log);
        return started;
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("Alertmanager does not run: " + Files.readString(log));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(uri.resolve("/-/ready")).build();
            return requireNonNull(HTTP.send(request, BodyHandlers.discarding())).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    public URI uri() {
        return uri;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
