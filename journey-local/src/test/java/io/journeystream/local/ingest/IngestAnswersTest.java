package io.journeystream.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.Zstd;
import io.journeystream.events.ChannelEvent;
import io.journeystream.ingest.http.IngestService;
import io.journeystream.ingest.http.IngestSettings;
import io.journeystream.local.http.Caller.Answer;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.rejects.Reject;
import io.journeystream.rejects.RejectReason;
import io.journeystream.runtime.http.BodyLimits;
import io.journeystream.runtime.http.HttpSettings;
import io.journeystream.runtime.keys.ApiKey;
import io.journeystream.runtime.keys.Scope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every answer of the edge that is documented, from a running server in front of a real Kafka. */
@Timeout(240)
class IngestAnswersTest {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static LocalStack stack;
    private static IngestService service;
    private static IngestService guarded;
    private static Client client;
    private static Client stranger;
    private static final String SECRET = ApiKey.newSecret();
    private static final String NARROW = ApiKey.newSecret();

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        stack = LocalStack.start(StackSettings.temporary());
        IngestSettings settings = IngestSettings.local(0, stack.bootstrapServers())
                .with(HttpSettings.at("127.0.0.1", 0).withIdle(Duration.ofSeconds(5)))
                .with(new IngestSettings.Limits(
                        new BodyLimits(4_000_000, 8_000_000, Duration.ofSeconds(2)), 12_000, 64_000_000));
        service = IngestService.start(settings, stack.schemaRegistry(), Clock.systemUTC());
        Path keys = directory.resolve("keys.txt");
        Files.write(
                keys,
                List.of(
                        new ApiKey("all", ApiKey.hashOf(SECRET), Set.of(Scope.values()), Set.of()).line(),
                        new ApiKey("acd", ApiKey.hashOf(NARROW), Set.of(Scope.EVENTS_WRITE), Set.of("acd")).line()));
        guarded = IngestService.start(settings.withKeys(keys), stack.schemaRegistry(), Clock.systemUTC());
        client = new Client(service.port());
        stranger = new Client(guarded.port());
        awaitReady(client);
        awaitReady(stranger);
    }

    private static void awaitReady(Client asked) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (asked.call("GET", "/health/ready").status() != 200) {
            assertThat(System.nanoTime() - start).isLessThan(PATIENCE.toNanos());
            Thread.sleep(50);
        }
    }

    @AfterAll
    static void stop() {
        guarded.close();
        service.close();
        stack.close();
    }

    @Test
    void one_event_is_accepted_and_in_kafka() throws Exception {
        Answer answer = client.post(JSON, SampleEvents.call("single"));

        assertThat(answer.text()).isEqualTo("{\"accepted\":1}");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(ids()).contains("single");
    }

    @Test
    void of_ten_thousand_items_three_are_refused_with_index_pointer_and_reason() throws Exception {
        List<String> items = new ArrayList<>(IntStream.range(0, 10_000)
                .mapToObj(i -> SampleEvents.call("big-" + i))
                .toList());
        items.set(17, items.get(17).replace("ENDED", "FINISHED"));
        items.set(4_711, SampleEvents.call("test", "late", Instant.now().minus(Duration.ofDays(8))));
        items.set(9_999, "17");
        Answer answer = client.post(JSON, "[" + String.join(",\n", items) + "]");

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.json().get("accepted").asInt()).isEqualTo(9_997);
        assertThat(answer.json().get("rejected").asInt()).isEqualTo(3);
        JsonNode refused = answer.json().get("items");
        assertThat(refused).extracting(item -> item.get("index").asInt()).containsExactly(17, 4_711, 9_999);
        assertThat(refused)
                .extracting(item -> item.get("reason").asText())
                .containsExactly("INVALID", "TOO_LATE", "INVALID");
        assertThat(refused.get(0).get("pointer").asText()).isEqualTo("/action");
        assertThat(ids().stream().filter(id -> id.startsWith("big-")))
                .hasSize(9_997)
                .doesNotHaveDuplicates();
        assertThat(payloads()).contains(items.get(17), items.get(4_711), "17");
    }

    @Test
    void lines_are_refused_one_by_one() throws Exception {
        Answer answer = client.post(
                "application/x-ndjson",
                SampleEvents.call("n1") + "\n\n{\"type\":\r\n" + SampleEvents.call("n2") + "\n");

        assertThat(answer.status()).isEqualTo(207);
        JsonNode item = answer.json().get("items").get(0);
        assertThat(item.get("index").asInt()).isEqualTo(1);
        assertThat(item.get("reason").asText()).isEqualTo("UNREADABLE");
        assertThat(item.get("message").asText()).contains("line 3");
        assertThat(ids()).contains("n1", "n2");
    }

    @Test
    void malformed_json_is_kept_whole_and_nothing_of_it_as_an_event() throws Exception {
        String body = "[" + SampleEvents.call("cut") + ",\n {\"type\" \"channel\"}]";
        Answer answer = client.post(JSON, body);

        assertProblem(answer, 400, "line 2, column");
        assertThat(answer.json().get("line").asInt()).isEqualTo(2);
        assertThat(ids()).doesNotContain("cut");
        assertThat(payloads()).contains(body);
        assertProblem(client.post(JSON, "{\"type\":1,\"type\":2}"), 400, "Duplicate");
        assertProblem(client.post(JSON, ""), 400, "empty");
        assertProblem(client.post(JSON, "{}{}"), 400, "more follows");
    }

    @Test
    void a_request_without_any_valid_event_is_unprocessable() throws Exception {
        Answer answer = client.post(JSON, "{\"type\":\"chanel\"}");

        assertProblem(answer, 422, "did you mean", "type must be one of");
        assertThat(answer.json().get("items").get(0).get("pointer").asText()).isEqualTo("/type");
    }

    @Test
    void compressed_bodies_are_taken_and_bombs_refused() throws Exception {
        byte[] event = SampleEvents.call("zipped").getBytes(StandardCharsets.UTF_8);
        assertThat(client.post(JSON, gzip(event), "Content-Encoding", "gzip").status())
                .isEqualTo(202);
        assertThat(client.post(JSON, Zstd.compress(event), "Content-Encoding", "zstd")
                        .status())
                .isEqualTo(202);

        assertProblem(client.post(JSON, gzip(new byte[50_000_000]), "Content-Encoding", "gzip"), 413, "decompressed");
        assertProblem(client.post(JSON, event, "Content-Encoding", "gzip"), 400, "gzip");
        Answer unknown = client.post(JSON, event, "Content-Encoding", "br");
        assertProblem(unknown, 415, "gzip, zstd");
        assertThat(unknown.header("Accept-Encoding")).isEqualTo("gzip, zstd");
    }

    @Test
    void too_large_requests_are_refused() throws Exception {
        assertProblem(client.post(JSON, new byte[5_000_000]), 413, "4000000 bytes");
        assertProblem(client.post(JSON, "[" + "1,".repeat(12_000) + "1]"), 413, "12000 items");
    }

    @Test
    void an_event_larger_than_a_record_is_a_reject() throws Exception {
        String event = SampleEvents.call("huge").replace("\"k\"", "\"" + "k".repeat(1_100_000) + "\"");
        Answer answer = client.post(JSON, event);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("items").get(0).get("reason").asText()).isEqualTo("TOO_LARGE");
        assertThat(new Written(stack).rejects())
                .filteredOn(reject -> reject.getReason() == RejectReason.TOO_LARGE)
                .extracting(Reject::getEventId)
                .contains("huge");
    }

    @Test
    void other_content_is_refused() throws Exception {
        assertProblem(client.post("text/plain", "x"), 415, "application/x-ndjson");
        assertProblem(client.post("application/json; charset=latin1", "{}"), 415, "UTF-8");
    }

    @Test
    void what_is_not_there_is_a_problem_too() throws Exception {
        assertProblem(client.call("GET", "/nothing"), 404, "/openapi.yaml");
        Answer get = client.call("GET", "/v1/events");
        assertProblem(get, 405, "POST");
        assertThat(get.header("Allow")).isEqualTo("POST");
        assertProblem(client.call("OPTIONS", "/v1/events"), 405, "POST");
        assertThat(client.call("HEAD", "/health/ready").status()).isEqualTo(200);
        assertProblem(client.call("GET", "/health/live", "X-Long", "x".repeat(20_000)), 431, "");
    }

    @Test
    void a_client_too_slow_is_let_go_and_holds_up_nobody() throws Exception {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            slow.add(halfSent());
        }
        assertThat(client.post(JSON, SampleEvents.call("meanwhile")).status()).isEqualTo(202);

        String answer = new String(slow.get(0).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer)
                .startsWith("HTTP/1.1 408")
                .contains(PROBLEM)
                .contains("PT2S")
                .doesNotContain("\tat ");
        for (Socket socket : slow) {
            socket.close();
        }
    }

    private static Socket halfSent() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
        OutputStream out = socket.getOutputStream();
        out.write(
                "POST /v1/events HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
                        .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    @Test
    void without_a_known_key_nobody_gets_in() throws Exception {
        Answer missing = stranger.post(JSON, SampleEvents.call("secret"));
        assertProblem(missing, 401, "X-API-Key");
        assertThat(missing.header("WWW-Authenticate")).startsWith("Bearer");
        assertProblem(stranger.post(JSON, "{}", "X-API-Key", "jk_wrong"), 401, "not known");
        assertProblem(stranger.call("GET", "/metrics"), 401, "X-API-Key");
        assertThat(stranger.call("GET", "/health/live").status()).isEqualTo(200);
        assertThat(ids()).doesNotContain("secret");
    }

    @Test
    void a_key_allows_its_scopes_and_sources_only() throws Exception {
        assertThat(stranger.post(JSON, SampleEvents.call("k1"), "Authorization", "Bearer " + SECRET)
                        .status())
                .isEqualTo(202);
        assertThat(stranger.call("GET", "/metrics", "X-API-Key", SECRET).text()).contains("journey_ingest_items_total");
        assertThat(stranger.post(JSON, SampleEvents.call("acd", "k2", Instant.now()), "X-API-Key", NARROW)
                        .status())
                .isEqualTo(202);
        assertProblem(
                stranger.post(JSON, SampleEvents.call("crm", "k3", Instant.now()), "X-API-Key", NARROW), 403, "crm");
        assertProblem(stranger.call("GET", "/metrics", "X-API-Key", NARROW), 403, "monitoring:read");
        assertThat(ids()).contains("k1", "k2").doesNotContain("k3");
    }

    @Test
    void cloud_events_wrap_events_in_all_three_modes() throws Exception {
        String bare = SampleEvents.call("ce").replaceAll("\"(source|eventId|occurredAt)\":\"[^\"]*\",", "");
        String envelope = "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"acd\",\"type\":\"call\",\"time\":\""
                + Instant.now() + "\",\"data\":" + bare.replace("%", "%%") + "}";
        assertThat(client.post("application/cloudevents+json", envelope.formatted("ce-1"))
                        .text())
                .isEqualTo("{\"accepted\":1}");
        assertThat(client.post(
                                "application/cloudevents-batch+json",
                                "[" + envelope.formatted("ce-2") + "," + envelope.formatted("ce-3") + "]")
                        .text())
                .isEqualTo("{\"accepted\":2}");
        assertThat(client.post(
                                JSON,
                                bare,
                                "ce-specversion",
                                "1.0",
                                "ce-id",
                                "ce%2D4",
                                "ce-source",
                                "acd",
                                "ce-type",
                                "call",
                                "ce-time",
                                Instant.now().toString())
                        .text())
                .isEqualTo("{\"accepted\":1}");
        assertThat(ids()).contains("ce-1", "ce-2", "ce-3", "ce-4");

        Answer wrong = client.post(
                "application/cloudevents+json", envelope.formatted("ce-5").replace("ENDED", "OVER"));
        assertThat(wrong.json().get("items").get(0).get("pointer").asText()).isEqualTo("/data/action");
    }

    @Test
    void a_refused_cloud_event_in_binary_mode_is_kept_with_its_headers() throws Exception {
        String[] headers = {"ce-specversion", "1.0", "ce-id", "bin-1", "ce-source", "acd", "ce-type", "call"};
        Answer wrong = client.post(JSON, "{\"type\":\"channel\", \"contactId\": \"c\"}", headers);
        Answer several = client.post(JSON, "[{\"type\":\"channel\"}, {\"type\":\"channel\"}]", headers);
        Answer malformed = client.post(JSON, "{\"type\":", headers);

        assertThat(wrong.json().get("items").get(0).get("pointer").asText()).startsWith("/data/");
        assertThat(several.json().get("items").get(0).get("message").asText())
                .isEqualTo("data must be a native event, a JSON object");
        assertProblem(malformed, 400, "line 1");
        assertThat(payloads())
                .anySatisfy(kept -> assertThat(kept)
                        .contains("\"id\":\"bin-1\"", "\"data\":{\"type\":\"channel\", \"contactId\": \"c\"}"))
                .anySatisfy(kept -> assertThat(kept).contains("\"id\":\"bin-1\"", "\"data_base64\":"));
    }

    private static List<String> ids() {
        return new Written(stack)
                .channelEvents().stream().map(ChannelEvent::getEventId).toList();
    }

    private static List<String> payloads() {
        return new Written(stack)
                .rejects().stream()
                        .map(reject -> StandardCharsets.UTF_8
                                .decode(reject.getPayload().duplicate())
                                .toString())
                        .toList();
    }

    private static void assertProblem(Answer answer, int status, String... oneOf) throws IOException {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.type()).isEqualTo(PROBLEM);
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("detail").asText()).containsAnyOf(oneOf);
        assertThat(answer.text())
                .doesNotContain("\tat ")
                .doesNotContain("Exception")
                .doesNotContain("io.journeystream");
        assertThat(answer.header("Server")).isEmpty();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
