package io.journeystream.local.ingest;

import static io.journeystream.local.ingest.Call.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.local.http.Contract;
import io.journeystream.local.http.Contract.Documented;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The OpenAPI document that the server serves and its answers say the same. */
@Timeout(240)
class ContractTest {
    /** What is documented and cannot be had from a server that is as it should be, and why. */
    private static final Map<Documented, String> NOT_TO_BE_HAD = notToBeHad();

    private static Edges edges;
    private static Contract contract;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        edges = new Edges(directory);
        contract = new Contract(
                new Client(edges.open.port()).call("GET", "/openapi.yaml").text());
    }

    @AfterAll
    static void stop() {
        edges.close();
    }

    private static Map<Documented, String> notToBeHad() {
        Map<Documented, String> reasons = GetCalls.PATHS.stream()
                .collect(Collectors.toMap(
                        path -> new Documented("get", path, 500, Call.PROBLEM),
                        path -> "it reads memory only: no request and no outage makes it fail"));
        reasons.put(
                new Documented("get", "/health/live", 503, JSON),
                "it takes a Kafka client that goes silent for minutes; RequestProducerTest has one");
        return reasons;
    }

    static Stream<Call> calls() {
        return Stream.concat(PostCalls.all(), GetCalls.all());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_documented_answer_is_as_documented(Call call) throws Exception {
        assertThat(contract.breaches(call.expected(), call.request().send(edges)))
                .isEmpty();
    }

    @Test
    void every_documented_answer_is_had_here_unless_it_cannot_be() {
        Set<Documented> had = calls().map(Call::expected).collect(Collectors.toCollection(HashSet::new));

        assertThat(had).doesNotContainAnyElementsOf(NOT_TO_BE_HAD.keySet());
        had.addAll(NOT_TO_BE_HAD.keySet());
        assertThat(contract.answers()).containsExactlyInAnyOrderElementsOf(had);
        assertThat(contract.version()).startsWith("3.1.");
    }

    @Test
    void every_documented_kind_of_body_is_taken_in() throws Exception {
        String event = SampleEvents.call("k1");
        String cloudEvent = "{\"specversion\":\"1.0\",\"id\":\"k2\",\"source\":\"acd\",\"type\":\"call\",\"time\":\""
                + Instant.now() + "\",\"data\":" + event + "}";
        Map<String, List<String>> bodies = Map.of(
                JSON,
                List.of(event, "[" + event + "," + event + "]"),
                "application/cloudevents+json",
                List.of(cloudEvent),
                "application/cloudevents-batch+json",
                List.of("[" + cloudEvent + "]"),
                "application/x-ndjson",
                List.of('"' + event.replace("\"", "\\\"") + '"'));

        assertThat(contract.requests(Call.EVENTS)).containsExactlyElementsOf(new TreeMap<>(bodies).keySet());
        for (Map.Entry<String, List<String>> type : bodies.entrySet()) {
            for (String body : type.getValue()) {
                String sent = type.getKey().equals("application/x-ndjson") ? event : body;
                assertThat(contract.breaches(Call.EVENTS, type.getKey(), body)).isEmpty();
                assertThat(new Client(edges.open.port())
                                .post(type.getKey(), sent)
                                .status())
                        .as(type.getKey())
                        .isEqualTo(202);
            }
        }
    }

    @Test
    void an_answer_that_is_not_as_documented_is_noticed() throws Exception {
        Client client = new Client(edges.open.port());
        Documented accepted = new Documented("post", Call.EVENTS, 202, JSON);
        Documented later = new Documented("post", Call.EVENTS, 503, Call.PROBLEM);

        assertThat(contract.breaches(accepted, client.call("GET", "/health/live")))
                .anySatisfy(breach -> assertThat(breach).contains("is 200"))
                .anySatisfy(breach -> assertThat(breach).contains("accepted"));
        assertThat(contract.breaches(later, client.call("GET", "/nothing"))).contains("Retry-After is missing");
    }
}
