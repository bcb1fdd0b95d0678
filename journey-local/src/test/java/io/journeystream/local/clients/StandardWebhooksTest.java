package io.journeystream.local.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import io.journeystream.serve.alerts.reach.Reach;
import io.journeystream.serve.alerts.secrets.SecretPlace;
import io.journeystream.serve.alerts.secrets.Secrets;
import io.journeystream.serve.alerts.targets.ChannelSettings;
import io.journeystream.serve.alerts.targets.Channels;
import io.journeystream.serve.alerts.targets.Sent;
import io.journeystream.serve.alerts.targets.Target.Webhook;
import io.journeystream.serve.alerts.targets.Target.Webhook.Format;
import io.journeystream.serve.alerts.targets.WebAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library of Standard Webhooks that nobody here wrote takes what we sign, and nothing else. */
class StandardWebhooksTest {
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OLD_KEY = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    private static final String FOREIGN_KEY = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final Map<String, String> SECRETS = Map.of("ALERT_NEW", KEY, "ALERT_OLD", OLD_KEY);

    @TempDir
    private Path directory;

    @Test
    void our_signatures_are_right_for_each_key_and_for_nothing_else() throws Exception {
        assumeTrue(NodeClients.canRun(), "node and npm are not installed");
        Map<String, Object> sent = sent();
        String body = String.valueOf(sent.get("body"));
        Path file = directory.resolve("webhooks.json");
        new JsonMapper()
                .writeValue(
                        file.toFile(),
                        List.of(
                                with(sent, "secret", KEY),
                                with(sent, "secret", OLD_KEY),
                                with(sent, "secret", FOREIGN_KEY),
                                with(with(sent, "secret", KEY), "body", body.replace("billing", "billinG"))));

        assertThat(NodeClients.run("verify-webhooks.js", List.of(file.toString())))
                .containsExactly("alerts.firing", "alerts.firing", "wrong", "wrong");
    }

    private static Map<String, Object> with(Map<String, Object> sent, String key, Object value) {
        Map<String, Object> other = new HashMap<>(sent);
        other.put(key, value);
        return other;
    }

    /** What a webhook receives, as it comes over the wire. */
    private static Map<String, Object> sent() throws IOException {
        Map<String, Object> received = new HashMap<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Map<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            received.put("headers", headers);
            received.put("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        Secrets secrets = new Secrets(SECRETS::get, null);
        try (Channels channels = new Channels(ChannelSettings.of(Reach.PRIVATE_TOO, secrets, Clock.systemUTC()))) {
            URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            Webhook webhook = new Webhook(
                    new WebAddress.Written(uri),
                    List.of(place("env:ALERT_NEW"), place("env:ALERT_OLD")),
                    Format.JOURNEYSTREAM);
            BrokenBot bot = BrokenBot.today();
            assertThat(channels.open(webhook).send(bot.notice(bot.firing()))).isEqualTo(new Sent.Accepted());
        } finally {
            server.stop(0);
        }
        return received;
    }

    private static SecretPlace place(String text) {
        return SecretPlace.parse(text).orElseThrow();
    }
}
