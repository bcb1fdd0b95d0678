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
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Alertmanager takes our alerts, and tells its own receiver once that one fires, and once that it is over. */
class AlertmanagerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private final BrokenBot bot = BrokenBot.today();
    private final BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();

    @Test
    void alertmanager_tells_once_that_it_fires_and_once_that_it_is_over() throws Exception {
        assumeTrue(AlertmanagerProcess.isInstalled(), AlertmanagerProcess.PROGRAM + " is not installed");
        HttpServer receiver = receiver();
        URI here = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/");
        try (AlertmanagerProcess alertmanager = AlertmanagerProcess.start(directory, here);
                Channels channels = channels()) {
            Alertmanager target = new Alertmanager(new WebAddress.Written(alertmanager.uri()));

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
}
