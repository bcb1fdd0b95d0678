package io.journeystream.local.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import io.journeystream.alerts.Alert;
import io.journeystream.serve.alerts.reach.Reach;
import io.journeystream.serve.alerts.secrets.Secrets;
import io.journeystream.serve.alerts.targets.ChannelSettings;
import io.journeystream.serve.alerts.targets.Channels;
import io.journeystream.serve.alerts.targets.Sent;
import io.journeystream.serve.alerts.targets.Target.Alertmanager;
import io.journeystream.serve.alerts.targets.WebAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A real Alertmanager takes our alerts, and tells its own receiver once that one fires, and once that it is over. */
@Execution(ExecutionMode.CONCURRENT) // it mostly waits, for a program of its own
class AlertmanagerTest {
    private static final String PROGRAM = "prometheus-alertmanager";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Alertmanager would take what we do not speak of for over after a second. */
    private static final String CONFIGURATION = """
            global: {resolve_timeout: 1s}
            route: {receiver: here, group_by: [alertname, type], group_wait: 0s, group_interval: 1s, repeat_interval: 1h}
            receivers:
              - {name: here, webhook_configs: [{url: "%s", send_resolved: true}]}
            """;

    @TempDir
    private Path directory;

    private final BrokenBot bot = BrokenBot.today();
    private final BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();

    @Test
    void alertmanager_tells_once_that_it_fires_and_once_that_it_is_over() throws Exception {
        assumeTrue(Command.exists(PROGRAM), PROGRAM + " is not installed");
        HttpServer receiver = receiver();
        int port = freePort();
        Process alertmanager = start(receiver.getAddress().getPort(), port);
        try (Channels channels = channels()) {
            URI uri = URI.create("http://127.0.0.1:" + port);
            Alertmanager target = new Alertmanager(new WebAddress.Written(uri));
            awaitReady(uri, alertmanager);

            assertThat(send(channels, target, bot.firing())).isEqualTo(new Sent.Accepted());
            JsonNode firing = told.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(send(channels, target, bot.firing())).isEqualTo(new Sent.Accepted());
            assertThat(told.poll(4, TimeUnit.SECONDS))
                    .as("a second notice, or that it is over")
                    .isNull();
            assertThat(send(channels, target, bot.resolved())).isEqualTo(new Sent.Accepted());
            JsonNode resolved = told.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);

            assertThat(firing.path("status").asText()).isEqualTo("firing");
            assertThat(firing.path("alerts")
                            .path(0)
                            .path("labels")
                            .path("severity")
                            .asText())
                    .isEqualTo("critical");
            assertThat(resolved.path("status").asText()).isEqualTo("resolved");
            assertThat(resolved.path("groupKey")).isEqualTo(firing.path("groupKey"));
        } finally {
            alertmanager.destroy();
            alertmanager.waitFor();
            receiver.stop(0);
        }
    }

    private static Channels channels() {
        Secrets secrets = new Secrets(name -> null, null);
        return new Channels(ChannelSettings.of(Reach.PRIVATE_TOO, secrets, Clock.systemUTC()));
    }

    private Sent send(Channels channels, Alertmanager target, Alert alert) {
        return channels.open(target).send(bot.notice(alert));
    }

    private HttpServer receiver() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            told.add(new JsonMapper().readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private Process start(int receiver, int port) throws IOException {
        Path configuration = directory.resolve("alertmanager.yml");
        Files.writeString(configuration, CONFIGURATION.formatted("http://127.0.0.1:" + receiver + "/"));
        return new ProcessBuilder(List.of(
                        PROGRAM,
                        "--config.file=" + configuration,
                        "--storage.path=" + directory.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address="))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("alertmanager.log").toFile())
                .start();
    }

    private void awaitReady(URI uri, Process alertmanager) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(uri)) {
            if (!alertmanager.isAlive() || System.nanoTime() > end) {
                throw new AssertionError(
                        "Alertmanager does not run: " + Files.readString(directory.resolve("alertmanager.log")));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static boolean isReady(URI uri) throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(uri.resolve("/-/ready")).build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
