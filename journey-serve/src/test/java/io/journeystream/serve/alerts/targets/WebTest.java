package io.journeystream.serve.alerts.targets;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.journeystream.serve.alerts.reach.Reach;
import io.journeystream.serve.alerts.secrets.SecretPlace;
import io.journeystream.serve.alerts.secrets.Secrets;
import io.journeystream.serve.alerts.targets.ChannelSettings.Patience;
import io.journeystream.serve.alerts.targets.Target.Alertmanager;
import io.journeystream.serve.alerts.targets.Target.PagerDuty;
import io.journeystream.serve.alerts.targets.Target.Slack;
import io.journeystream.serve.alerts.targets.Target.Webhook;
import io.journeystream.serve.alerts.targets.Target.Webhook.Format;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class WebTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-05T12:00:00Z"), ZoneOffset.UTC);
    private static final Patience LITTLE =
            new Patience(Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofMillis(1500));
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final Map<String, String> environment = new ConcurrentHashMap<>(Map.of("ALERT_KEY", KEY));
    private Receiver receiver;
    private Channels channels;

    @BeforeEach
    void start() throws IOException {
        receiver = Receiver.start();
        channels = channels(Reach.PRIVATE_TOO);
    }

    @AfterEach
    void stop() {
        channels.close();
        receiver.close();
    }

    private Channels channels(Reach reach) {
        return new Channels(ChannelSettings.of(reach, new Secrets(environment::get, null), NOON)
                .with(LITTLE));
    }

    @Test
    void a_webhook_is_posted_with_its_id_as_idempotency_key() {
        assertThat(send(webhook("/alerts?team=care"))).isEqualTo(new Sent.Accepted());

        Receiver.Received received = receiver.received().get(0);
        assertThat(received.path()).isEqualTo("/alerts?team=care");
        assertThat(received.headers().getFirst("Content-Type")).startsWith("application/json");
        assertThat(received.headers().getFirst("Idempotency-Key")).isEqualTo("n_5b1f0c77");
        assertThat(received.headers().getFirst("webhook-id")).isEqualTo("n_5b1f0c77");
        assertThat(received.headers().getFirst("webhook-timestamp")).isEqualTo("1767614400");
    }

    @Test
    void a_notice_that_is_sent_again_is_the_same() {
        send(webhook("/"));
        send(webhook("/"));

        assertThat(receiver.received()).hasSize(2);
        assertThat(receiver.received().get(1).body())
                .isEqualTo(receiver.received().get(0).body());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void what_is_taken_is_accepted(int status) {
        receiver.answers(status, Map.of(), "");

        assertThat(send(webhook("/"))).isEqualTo(new Sent.Accepted());
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    void what_may_pass_is_a_failure_and_is_not_tried_here_again(int status) {
        receiver.answers(status, Map.of(), "busy");

        assertThat(send(webhook("/"))).isEqualTo(new Sent.Failed(host() + " answered " + status + ": busy", null));
        assertThat(receiver.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 413, 422})
    void what_stays_is_a_refusal(int status) {
        receiver.answers(status, Map.of(), "no");

        assertThat(send(webhook("/"))).isEqualTo(new Sent.Refused(host() + " answered " + status + ": no"));
    }

    @Test
    void no_redirection_is_followed() {
        receiver.answers(307, Map.of("Location", receiver.uri("/elsewhere").toString()), "");

        assertThat(send(webhook("/")))
                .isInstanceOfSatisfying(
                        Sent.Refused.class,
                        refused -> assertThat(refused.why()).contains("answered 307; redirections are not followed"));
        assertThat(receiver.received()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "120, PT2M",
        "0, PT0S",
        "999999, PT1H",
        "'Mon, 05 Jan 2026 12:00:30 GMT', PT30S",
        "'Mon, 05 Jan 2026 11:00:00 GMT', PT0S",
        "'Mon, 05 Jan 2099 11:00:00 GMT', PT1H"
    })
    void a_target_is_left_alone_for_as_long_as_it_says_but_an_hour(String header, Duration wait) {
        receiver.answers(429, Map.of("Retry-After", header), "");

        assertThat(send(webhook("/"))).isEqualTo(new Sent.Failed(host() + " answered 429", wait));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "1.5", "99999999999999999999"})
    void what_is_no_time_to_wait_is_none(String header) {
        receiver.answers(503, Map.of("Retry-After", header), "");

        assertThat(send(webhook("/"))).isEqualTo(new Sent.Failed(host() + " answered 503", null));
    }

    @Test
    void little_of_an_answer_is_quoted_and_in_one_line() {
        receiver.answers(400, Map.of(), "bad\r\n\u001b[31mred\u0000 " + "x".repeat(5_000));

        String why = ((Sent.Refused) send(webhook("/"))).why();

        assertThat(why).startsWith(host() + " answered 400: bad [31mred x").doesNotContain("\n", "\u001b", "\u0000");
        assertThat(why.length()).isEqualTo((host() + " answered 400: ").length() + 200);
    }

    @Test
    void nobody_there_is_a_failure() throws IOException {
        URI nobody = receiver.uri("/");
        receiver.close();

        assertThat(send(new Alertmanager(new WebAddress.Written(nobody))))
                .isEqualTo(new Sent.Failed(host() + " does not accept connections", null));
    }

    @Test
    void a_name_that_does_not_exist_is_a_failure() {
        assertThat(send(new Alertmanager(new WebAddress.Written(URI.create("http://nobody.invalid/")))))
                .isEqualTo(new Sent.Failed("nobody.invalid has no address: DNS does not know its name", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:PORT/",
                "http://localhost:PORT/",
                "http://[::1]:PORT/",
                "http://[::ffff:127.0.0.1]:PORT/",
                "http://2130706433:PORT/",
                "http://127.1:PORT/"
            })
    void this_machine_is_out_of_reach_in_every_form_unless_allowed(String url) {
        URI uri =
                URI.create(url.replace("PORT", String.valueOf(receiver.uri("/").getPort())));
        try (Channels strict = channels(Reach.PUBLIC)) {
            Sent sent =
                    strict.open(new Alertmanager(new WebAddress.Written(uri))).send(notice());

            assertThat(sent).isInstanceOf(Sent.Refused.class).asString().contains("not allowed");
            assertThat(receiver.received()).isEmpty();
        }
    }

    @Test
    void where_clouds_keep_their_credentials_nobody_gets() {
        assertThat(send(new Alertmanager(new WebAddress.Written(URI.create("http://169.254.169.254/latest")))))
                .isInstanceOf(Sent.Refused.class)
                .asString()
                .contains("never allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nX: ",
            })
    void a_target_that_never_ends_its_header_is_given_up_in_time(String begin) throws Exception {
        try (Dripping dripping = new Dripping(begin)) {
            long before = System.nanoTime();

            assertThat(send(dripping.target())).isInstanceOf(Sent.Failed.class);

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void an_answer_counts_though_its_body_never_ends() throws Exception {
        try (Dripping dripping =
                new Dripping("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n" + "x".repeat(9000))) {
            assertThat(send(dripping.target())).isEqualTo(new Sent.Accepted());
        }
    }

    @Test
    void a_missing_secret_is_a_failure_that_names_its_place() {
        environment.clear();

        assertThat(send(webhook("/")))
                .isEqualTo(new Sent.Failed("env:ALERT_KEY is not set in the environment of this program", null));
        assertThat(receiver.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_c2hvcnQ=", "whsec_!!!", "not-a-secret-at-all"})
    void a_wrong_secret_is_said_without_it(String secret) {
        environment.put("ALERT_KEY", secret);

        assertThat(send(webhook("/")))
                .isInstanceOf(Sent.Failed.class)
                .asString()
                .contains("what env:ALERT_KEY holds is not a secret of Standard Webhooks")
                .doesNotContain(secret);
    }

    @Test
    void a_secret_address_is_in_no_sentence_even_if_the_target_says_it_back() {
        String path = "/services/T024BE7LD/B024BE7LD/XXXXsecretXXXX";
        environment.put("ALERT_SLACK", receiver.uri(path).toString());
        receiver.answers(404, Map.of(), "no route for " + receiver.uri(path) + " nor " + path + " nor XXXXsecretXXXX");

        Sent sent = send(new Slack(new WebAddress.Kept(place("env:ALERT_SLACK"))));

        assertThat(sent).isEqualTo(new Sent.Refused("env:ALERT_SLACK answered 404: no route for *** nor *** nor ***"));
    }

    @Test
    void a_secret_address_that_is_none_is_not_shown() {
        environment.put("ALERT_SLACK", "xoxb-secret");

        assertThat(send(new Slack(new WebAddress.Kept(place("env:ALERT_SLACK")))))
                .isEqualTo(new Sent.Failed("what env:ALERT_SLACK holds is no URL of HTTP", null));
    }

    @Test
    void a_secret_host_is_not_shown_either() {
        environment.put("ALERT_SLACK", "https://secret-host.invalid/x");

        assertThat(send(new Slack(new WebAddress.Kept(place("env:ALERT_SLACK")))))
                .isEqualTo(new Sent.Failed("env:ALERT_SLACK has no address: DNS does not know its name", null));
    }

    @Test
    void a_routing_key_is_in_no_sentence() {
        environment.put("ALERT_PAGER", "R0123456789ABCDEF");
        receiver.answers(400, Map.of(), "invalid routing key R0123456789ABCDEF");

        assertThat(send(new PagerDuty(new WebAddress.Written(receiver.uri("/v2/enqueue")), place("env:ALERT_PAGER"))))
                .isEqualTo(new Sent.Refused(host() + " answered 400: invalid routing key ***"));
    }

    @Test
    void when_an_event_fails_the_others_are_not_waited_for() {
        environment.put("ALERT_PAGER", "R0123456789ABCDEF");
        receiver.answers(503, Map.of(), "later");
        PagerDuty pager = new PagerDuty(new WebAddress.Written(receiver.uri("/v2/enqueue")), place("env:ALERT_PAGER"));

        Sent sent = channels.open(pager).send(Sample.notice(Sample.firing(), Sample.resolved()));

        assertThat(sent).isInstanceOf(Sent.Failed.class);
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void nothing_of_ours_logs_a_secret() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger root = (Logger) LoggerFactory.getLogger("io.journeystream");
        Level before = root.getLevel();
        root.setLevel(Level.TRACE);
        root.addAppender(log);
        environment.put("ALERT_SLACK", receiver.uri("/services/XXXXsecretXXXX").toString());

        send(new Slack(new WebAddress.Kept(place("env:ALERT_SLACK"))));
        send(webhook("/"));

        root.detachAppender(log);
        root.setLevel(before);
        assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage))
                .noneMatch(line -> line.contains("XXXXsecretXXXX") || line.contains(KEY));
    }

    @Test
    void targets_show_places_and_no_secrets() {
        Target slack = new Slack(new WebAddress.Kept(place("env:ALERT_SLACK")));

        assertThat(slack).asString().isEqualTo("Slack[url=env:ALERT_SLACK]");
        assertThat(webhook("/private/path?token=x")).asString().doesNotContain("token");
    }

    private Webhook webhook(String path) {
        return new Webhook(
                new WebAddress.Written(receiver.uri(path)), List.of(place("env:ALERT_KEY")), Format.JOURNEYSTREAM);
    }

    private Sent send(Target target) {
        try (Channel channel = channels.open(target)) {
            return channel.send(notice());
        }
    }

    private static Notice notice() {
        return Sample.notice(Sample.firing());
    }

    private String host() {
        return "127.0.0.1:" + receiver.uri("/").getPort();
    }

    private static SecretPlace place(String text) {
        return SecretPlace.parse(text).orElseThrow();
    }

    /** Says something at once, and then a byte now and then for ever. */
    private static final class Dripping implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final Thread thread;

        Dripping(String begin) throws IOException {
            thread = new Thread(() -> drip(begin));
            thread.start();
        }

        private void drip(String begin) {
            try (Socket socket = server.accept();
                    OutputStream out = socket.getOutputStream()) {
                out.write(begin.getBytes(StandardCharsets.US_ASCII));
                while (!begin.isEmpty()) {
                    out.write('x');
                    out.flush();
                    Thread.sleep(50);
                }
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException | InterruptedException e) {
                return; // whoever called has hung up, or the test is over
            }
        }

        Target target() {
            return new Alertmanager(new WebAddress.Written(URI.create("http://127.0.0.1:" + server.getLocalPort())));
        }

        @Override
        public void close() throws IOException {
            server.close();
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
