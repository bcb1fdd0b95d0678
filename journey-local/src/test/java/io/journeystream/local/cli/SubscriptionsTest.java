package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.journeystream.local.alerts.AlertSamples;
import io.journeystream.topics.Topics;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubscriptionsTest {
    @TempDir
    private static Path directory;

    private static Installation installed;

    @BeforeAll
    static void start() {
        installed = new Installation(directory);
    }

    @AfterAll
    static void stop() {
        installed.close();
    }

    private static Journey run(String command, String... more) {
        return installed.run(command, Arrays.asList(more));
    }

    private static Journey put(String content, String... more) throws Exception {
        Path file = Files.writeString(directory.resolve("subscription.yaml"), content);
        List<String> words = new ArrayList<>(List.of("put", file.toString()));
        words.addAll(List.of(more));
        return installed.run("subscriptions", words);
    }

    private static String chat(String id, String team) {
        return "id: " + id + "\nteam: " + team + "\nto: {alertmanager: {url: 'http://127.0.0.1:9093'}}\n";
    }

    @Test
    void what_is_put_is_listed_shown_and_removed() throws Exception {
        assertThat(put(chat("a-chat", "billing") + "hear: {types: [billing]}\n").out())
                .contains("a-chat holds from now on");

        assertThat(run("subscriptions", "list").out()).contains("a-chat", "type billing", "again every 4h");
        assertThat(run("subscriptions", "list", "--output", "json").out()).contains("\"id\":\"a-chat\"");
        assertThat(run("subscriptions", "show", "a-chat").out()).contains("# written", "team: billing");
        assertThat(run("subscriptions", "remove", "a-chat").out()).contains("does not hold any more");
        Journey gone = run("subscriptions", "show", "a-chat");
        assertThat(gone.exitCode()).isEqualTo(ExitCodes.FAILED);
    }

    @Test
    void a_team_changes_only_what_is_its_own() throws Exception {
        assertThat(put(chat("owned", "billing")).exitCode()).isZero();

        Journey taken = put(chat("owned", "delivery"));
        assertThat(taken.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(taken.err()).contains("owned belongs to team billing");
        assertThat(put(chat("owned", "billing"), "--team", "delivery").err()).contains("belongs to delivery only");
        assertThat(run("subscriptions", "remove", "owned", "--team", "delivery").exitCode())
                .isEqualTo(ExitCodes.FAILED);
        assertThat(run("subscriptions", "remove", "owned", "--team", "billing").exitCode())
                .isZero();
    }

    @Test
    void mistakes_are_told_all_at_once_and_nothing_is_kept() throws Exception {
        Journey run = put("id: wrong\nteam: billing\nto: {pigeon: x}\nhear: {typs: [billing]}\nrepeat: 1s\n");

        assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(run.err()).contains("subscription.yaml:3:6", "types?", "subscription.yaml:4:8", "at least 5m");
        assertThat(run("subscriptions", "list").out()).doesNotContain("wrong");
    }

    @Test
    void one_unreadable_record_holds_up_no_other_and_only_who_may_change_everything_takes_it_back() throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", installed.stack().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.SUBSCRIPTIONS.name(), "garbled", new byte[] {1, 2, 3}))
                    .get();
        }

        assertThat(put(chat("b-chat", "billing")).exitCode()).isZero();
        assertThat(run("subscriptions", "list").out()).contains("b-chat");
        assertThat(put(chat("garbled", "billing"), "--team", "billing").err()).contains("nobody knows whose it is");
        assertThat(run("subscriptions", "remove", "garbled").exitCode()).isZero();
    }

    @Test
    void a_type_that_is_probably_misspelt_is_warned_of() throws Exception {
        Path definitions = Files.writeString(
                directory.resolve("journeys.yaml"),
                "journeys: [{type: billing, team: bills, intents: [billing, invoice]}]");
        assertThat(run("definitions", "publish", definitions.toString()).exitCode())
                .isZero();

        Journey put = put(chat("misspelt", "billing") + "hear: {types: [biling]}\n");
        Journey listed = run("alerts", "list", "--type", "invoice");

        assertThat(put.exitCode()).as("%s", put).isZero();
        assertThat(put.err()).contains("warning: misspelt names biling", "did you mean billing?");
        assertThat(listed.err()).contains("warning: --type names invoice, which is an intent of the type billing");
    }

    @Test
    void a_silence_holds_for_a_while() {
        Journey silence = run(
                "alerts",
                "silence",
                "--team",
                "billing",
                "--type",
                "billing",
                "--for",
                "2h",
                "--why",
                "it's moving",
                "--id",
                "moving");

        assertThat(silence.exitCode()).as("%s", silence).isZero();
        assertThat(silence.out()).contains("silent until", "subscriptions remove moving");
        assertThat(run("subscriptions", "list").out()).contains("holds: ", "it's moving");
    }

    @Test
    void alerts_that_fire_are_listed() throws Exception {
        AlertSamples.write(installed.stack(), AlertSamples.firing("listed", Instant.parse("2026-03-02T09:00:00Z")));

        assertThat(run("alerts", "list").out())
                .contains("firing", "critical", "bot-outage", "0.04", "2026-03-02 09:00");
        assertThat(run("alerts", "list", "--type", "delivery").out()).contains("nothing fires");
        assertThat(run("alerts", "list", "--output", "json").out()).contains("\"fingerprint\":\"listed\"");
        assertThat(run("alerts", "deliveries").out()).contains("nobody was told anything");
    }

    @Test
    void a_test_notice_tells_what_the_target_says() throws Exception {
        AtomicInteger status = new AtomicInteger(200);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
        try {
            put(chat("tested", "billing")
                    .replace("9093", String.valueOf(server.getAddress().getPort())));
            String[] sendTest = {"send-test", "tested", "--set", "alerts.private-targets=true"};

            assertThat(run("alerts", sendTest).out()).contains("the target of tested has taken a test notice");
            status.set(404);
            Journey refused = run("alerts", sendTest);
            assertThat(refused.exitCode()).isEqualTo(ExitCodes.FAILED);
            assertThat(refused.err()).contains("404");
            assertThat(run("alerts", "send-test", "tested").err()).contains("private network");
            assertThat(run("alerts", "send-test", "tsted").err()).contains("did you mean tested?");
        } finally {
            server.stop(0);
        }
    }
}
