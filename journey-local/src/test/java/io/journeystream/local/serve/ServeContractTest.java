package io.journeystream.local.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.local.http.Caller;
import io.journeystream.local.http.Caller.Answer;
import io.journeystream.local.http.Contract;
import io.journeystream.local.http.Contract.Documented;
import io.journeystream.local.http.Wire;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The OpenAPI document that serve serves and its answers say the same. */
@Timeout(120)
@ExtendWith(SharedFleet.class)
class ServeContractTest {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String COMMANDS = "/v1/identity-commands";
    private static final String JOURNEY = "/v1/journeys/{journeyId}/explanation";
    private static final String SUBSCRIPTIONS = "/v1/subscriptions";
    private static final String SUBSCRIPTION = "/v1/subscriptions/{id}";
    private static final String CHAT = "/v1/subscriptions/chat";
    private static final String OF_SESSION = "/v1/journeys/j_6fe317ac3db5b13522c1/explanation";
    private static final List<String> TELLING = List.of("/health/live", "/health/ready", "/metrics", "/openapi.yaml");
    private static final Map<String, String> QUESTIONS = questions();

    private static Fleet fleet;
    private static Contract contract;
    private final Set<Documented> had = new HashSet<>();

    @BeforeAll
    static void start(Fleet shared) throws Exception {
        fleet = shared;
        contract = new Contract(fleet.open().call("GET", "/openapi.yaml").text());
    }

    /** By their documented path. */
    private static Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("/v1/identities", "/v1/identities?identifier=cookie:c7");
        questions.put("/v1/identities/explanation", "/v1/identities/explanation?a=account:dora&b=account:emil");
        questions.put("/v1/identities/conflicts", "/v1/identities/conflicts");
        questions.put(JOURNEY, OF_SESSION);
        return questions;
    }

    /** What a server that is as it should be never answers. */
    private static Set<Documented> notToBeHad() {
        Set<Documented> never = Stream.concat(
                        TELLING.stream(), Stream.of("/v1/identities/conflicts", JOURNEY, SUBSCRIPTIONS, SUBSCRIPTION))
                .map(path -> new Documented("get", path, 500, PROBLEM))
                .collect(Collectors.toSet());
        never.add(new Documented("put", SUBSCRIPTION, 500, PROBLEM));
        never.add(new Documented("delete", SUBSCRIPTION, 500, PROBLEM));
        never.add(new Documented("post", SUBSCRIPTION + "/test", 500, PROBLEM));
        return never;
    }

    @Test
    void every_documented_answer_is_had_and_is_as_documented() throws Exception {
        questionsAreAnswered();
        journeysAreExplained();
        commandsAreTaken();
        commandsAreRefused();
        subscriptionsAreKept();
        subscriptionsAreRefused();
        whatItTells();
        nothingElse();

        assertThat(had).doesNotContainAnyElementsOf(notToBeHad());
        had.addAll(notToBeHad());
        assertThat(contract.answers()).containsExactlyInAnyOrderElementsOf(had);
        assertThat(contract.version()).startsWith("3.1.");
    }

    private void questionsAreAnswered() throws Exception {
        for (Map.Entry<String, String> question : QUESTIONS.entrySet()) {
            String path = question.getKey();
            String asked = question.getValue();
            get(path, 200, JSON, fleet.open().call("GET", asked));
            get(path, 200, JSON, fleet.guarded().call("GET", asked, "X-API-Key", Fleet.READER));
            get(path, 400, fleet.open().call("GET", asked + (asked.contains("?") ? "&" : "?") + "as_stored=true"));
            get(path, 401, fleet.guarded().call("GET", asked));
            get(path, 403, fleet.guarded().call("GET", asked, "X-API-Key", Fleet.WATCHER));
            get(path, 405, fleet.open().call("DELETE", asked));
            get(path, 429, Fleet.crowded(() -> fleet.narrow().call("GET", asked)));
            get(path, 431, fleet.open().call("GET", asked, "X-Long", "x".repeat(20_000)));
            get(path, 503, fleet.away().call("GET", asked));
        }
        get("/v1/identities", 200, JSON, fleet.open().call("GET", "/v1/identities?identifier=account:nobody"));
        get("/v1/identities", 500, fleet.narrow().call("GET", "/v1/identities?identifier=fault:x"));
        String explanation = "/v1/identities/explanation";
        get(explanation, 500, fleet.narrow().call("GET", explanation + "?a=fault:x&b=fault:x"));
        get(explanation, 200, JSON, fleet.open().call("GET", explanation + "?a=cookie:c7&b=phone:%2B442071838750"));
        get(explanation, 200, JSON, fleet.open().call("GET", explanation + "?a=cookie:c7&b=account:dora"));
    }

    private void journeysAreExplained() throws Exception {
        get(JOURNEY, 200, JSON, fleet.open().call("GET", "/v1/journeys/j_f0aaee20856ac532a38b/explanation"));
        get(JOURNEY, 404, fleet.open().call("GET", "/v1/journeys/j_00000000000000000000/explanation"));
        get(JOURNEY, 404, fleet.open().call("GET", "/v1/journeys/x/explanation"));
        fleet.publish("j_11111111111111111111");
        get(JOURNEY, 409, fleet.open().call("GET", "/v1/journeys/j_11111111111111111111/explanation"));
    }

    private void commandsAreTaken() throws Exception {
        String block = said("BLOCK", "device:till").replace("}", ",\"id\":\"till-1\"}");
        assertThat(contract.requests(COMMANDS)).containsExactly(JSON);
        assertThat(contract.breaches(COMMANDS, JSON, block)).isEmpty();
        post(200, JSON, command(fleet.open(), block));
        Answer byKey =
                command(fleet.guarded(), "{\"command\":\"UNBLOCK\",\"identifier\":\"a:b\"}", "X-API-Key", Fleet.WRITER);
        post(200, JSON, byKey);
        assertThat(byKey.json().at("/holds/by").asText()).isEqualTo("writer");
        post(202, JSON, command(fleet.open(), said("UNBLOCK", "device:till"), "Prefer", "wait=0"));
        post(409, PROBLEM, command(fleet.open(), block.replace("BLOCK", "UNBLOCK")));
        String erase = said("ERASE", "account:dora").replace("}", ",\"reason\":\"asked for it\"}");
        post(200, JSON, command(fleet.open(), erase));
        post(422, PROBLEM, command(fleet.open(), erase.replace("dora", "nobody")));
        get("/v1/identities", 200, JSON, fleet.open().call("GET", "/v1/identities?identifier=account:dora"));
        get("/v1/identities", 200, JSON, fleet.open().call("GET", "/v1/identities?identifier=device:till"));
    }

    private void commandsAreRefused() throws Exception {
        String block = said("BLOCK", "device:kiosk");
        post(400, PROBLEM, command(fleet.open(), "{\"command\":"));
        post(400, PROBLEM, command(fleet.open(), ""));
        post(400, PROBLEM, command(fleet.open(), "{}"));
        post(401, PROBLEM, command(fleet.guarded(), block));
        post(403, PROBLEM, command(fleet.guarded(), block, "Authorization", "Bearer " + Fleet.READER));
        post(405, PROBLEM, fleet.open().call("GET", COMMANDS));
        try (Wire wire = Wire.posting(fleet.narrowPort(), COMMANDS, 100, "{")) {
            post(408, PROBLEM, wire.answer());
        }
        post(413, PROBLEM, command(fleet.narrow(), " ".repeat(Fleet.BYTES + 1)));
        post(415, PROBLEM, fleet.open().send(COMMANDS, "text/plain", new byte[0]));
        post(415, PROBLEM, command(fleet.open(), block, "Content-Encoding", "br"));
        post(429, PROBLEM, Fleet.crowded(() -> command(fleet.narrow(), block)));
        post(431, PROBLEM, command(fleet.open(), block, "X-Long", "x".repeat(20_000)));
        post(500, PROBLEM, command(fleet.narrow(), said("BLOCK", "fault:x")));
        post(503, PROBLEM, command(fleet.away(), block));
    }

    private void subscriptionsAreKept() throws Exception {
        has(new Documented("put", SUBSCRIPTION, 200, JSON), put(fleet.open(), CHAT, chat("billing")));
        has(new Documented("put", SUBSCRIPTION, 200, JSON), put(fleet.guarded(), CHAT, chat("billing"), billing()));
        get(SUBSCRIPTIONS, 200, JSON, fleet.guarded().call("GET", SUBSCRIPTIONS, "X-API-Key", Fleet.LISTENER));
        Answer one = fleet.open().call("GET", CHAT);
        get(SUBSCRIPTION, 200, JSON, one);
        assertThat(one.json().at("/writtenBy").asText()).isEqualTo("billing");
        Answer test = fleet.guarded().call("POST", CHAT + "/test", billing());
        has(new Documented("post", SUBSCRIPTION + "/test", 200, JSON), test);
        Documented removed = new Documented("delete", SUBSCRIPTION, 200, JSON);
        has(removed, fleet.guarded().call("DELETE", CHAT, billing()));
    }

    private void subscriptionsAreRefused() throws Exception {
        Documented foreign = new Documented("put", SUBSCRIPTION, 403, PROBLEM);
        has(foreign, put(fleet.guarded(), CHAT, chat("delivery"), billing()));
        has(new Documented("put", SUBSCRIPTION, 200, JSON), put(fleet.open(), CHAT, chat("delivery")));
        has(foreign, put(fleet.guarded(), CHAT, chat("billing"), billing()));
        for (String path : List.of(SUBSCRIPTIONS, SUBSCRIPTION)) {
            refused("get", path, path.replace("{id}", "chat"));
            get(path, 405, fleet.open().call("PATCH", path.replace("{id}", "chat")));
        }
        get(SUBSCRIPTION, 404, fleet.open().call("GET", SUBSCRIPTIONS + "/nobody"));
        refused("delete", SUBSCRIPTION, CHAT);
        has(
                new Documented("delete", SUBSCRIPTION, 404, PROBLEM),
                fleet.open().call("DELETE", SUBSCRIPTIONS + "/nobody"));
        has(new Documented("put", SUBSCRIPTION, 200, JSON), put(fleet.open(), CHAT, chat("delivery")));
        refused("post", SUBSCRIPTION + "/test", CHAT + "/test");
        String test = SUBSCRIPTION + "/test";
        has(new Documented("post", test, 404, PROBLEM), fleet.open().call("POST", SUBSCRIPTIONS + "/nobody/test"));
        has(new Documented("post", test, 405, PROBLEM), fleet.open().call("GET", CHAT + "/test"));
        putsAreRefused();
    }

    private void putsAreRefused() throws Exception {
        refusedPut(400, put(fleet.open(), CHAT, "id: chat\nteem: x"));
        refusedPut(400, put(fleet.open(), SUBSCRIPTIONS + "/other", chat("delivery")));
        refusedPut(401, put(fleet.guarded(), CHAT, chat("billing")));
        refusedPut(413, put(fleet.narrow(), CHAT, " ".repeat(Fleet.BYTES + 1)));
        refusedPut(415, fleet.open().put(CHAT, "text/plain", new byte[0]));
        refusedPut(429, Fleet.crowded(() -> put(fleet.narrow(), CHAT, chat("delivery"))));
        refusedPut(431, put(fleet.open(), CHAT, chat("delivery"), "X-Long", "x".repeat(20_000)));
        refusedPut(503, put(fleet.away(), CHAT, chat("delivery")));
    }

    private void refusedPut(int status, Answer answer) {
        has(new Documented("put", SUBSCRIPTION, status, PROBLEM), answer);
    }

    /** What every request without a body is refused for. */
    private void refused(String method, String path, String asked) throws Exception {
        String sent = method.toUpperCase(Locale.ROOT);
        has(new Documented(method, path, 400, PROBLEM), fleet.open().call(sent, asked + "?x=1"));
        has(new Documented(method, path, 401, PROBLEM), fleet.guarded().call(sent, asked));
        String[] key = method.equals("get") ? new String[] {"X-API-Key", Fleet.WATCHER} : billing();
        has(new Documented(method, path, 403, PROBLEM), fleet.guarded().call(sent, asked, key));
        has(
                new Documented(method, path, 429, PROBLEM),
                Fleet.crowded(() -> fleet.narrow().call(sent, asked)));
        String[] longHeader = {"X-Long", "x".repeat(20_000)};
        has(new Documented(method, path, 431, PROBLEM), fleet.open().call(sent, asked, longHeader));
        has(new Documented(method, path, 503, PROBLEM), fleet.away().call(sent, asked));
    }

    private static String chat(String team) {
        return "id: chat\nteam: " + team + "\nto: {webhook: x}";
    }

    private static String[] billing() {
        return new String[] {"X-API-Key", Fleet.BILLING};
    }

    private static Answer put(Caller caller, String path, String body, String... headers) throws Exception {
        return caller.put(path, "application/yaml", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private void whatItTells() throws Exception {
        for (String path : TELLING) {
            get(path, 405, fleet.open().call("DELETE", path));
            get(path, 431, fleet.open().call("GET", path, "X-Long", "x".repeat(20_000)));
        }
        get("/health/live", 200, JSON, fleet.away().call("GET", "/health/live"));
        get("/health/ready", 200, JSON, fleet.open().call("GET", "/health/ready"));
        get("/health/ready", 503, JSON, fleet.away().call("GET", "/health/ready"));
        get("/metrics", 200, "text/plain", fleet.open().call("GET", "/metrics"));
        String openMetrics = "application/openmetrics-text";
        get("/metrics", 200, openMetrics, fleet.open().call("GET", "/metrics", "Accept", openMetrics));
        get("/metrics", 401, fleet.guarded().call("GET", "/metrics"));
        get("/metrics", 403, fleet.guarded().call("GET", "/metrics", "X-API-Key", Fleet.READER));
        get("/openapi.yaml", 200, "application/yaml", fleet.open().call("GET", "/openapi.yaml"));
    }

    private void nothingElse() throws Exception {
        get("/{other}", 404, fleet.open().call("GET", "/nothing/here"));
        get("/{other}", 414, fleet.open().call("GET", "/" + "x".repeat(20_000)));
        get("/{other}", 431, fleet.open().call("GET", "/nothing", "X-Long", "x".repeat(20_000)));
        try (Wire wire = new Wire(fleet.openPort())) {
            wire.send("GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            get("/{other}", 400, wire.answer());
        }
    }

    private static String said(String command, String identifier) {
        return "{\"command\":\"" + command + "\",\"identifier\":\"" + identifier + "\",\"by\":\"ada\"}";
    }

    private static Answer command(Caller caller, String body, String... headers) throws Exception {
        return caller.send(COMMANDS, JSON, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private void get(String path, int status, Answer answer) {
        get(path, status, PROBLEM, answer);
    }

    private void get(String path, int status, String type, Answer answer) {
        has(new Documented("get", path, status, type), answer);
    }

    private void post(int status, String type, Answer answer) {
        has(new Documented("post", COMMANDS, status, type), answer);
    }

    private void has(Documented expected, Answer answer) {
        assertThat(contract.breaches(expected, answer)).as("%s", expected).isEmpty();
        had.add(expected);
    }
}
