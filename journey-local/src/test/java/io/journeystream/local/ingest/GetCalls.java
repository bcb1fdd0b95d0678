package io.journeystream.local.ingest;

import static io.journeystream.local.ingest.Call.JSON;
import static io.journeystream.local.ingest.Call.PROBLEM;
import static io.journeystream.local.ingest.Call.get;

import io.journeystream.local.http.Caller.Answer;
import io.journeystream.local.http.Wire;
import java.util.List;
import java.util.stream.Stream;

/** Requests without events that bring about whatever can be answered to them. */
final class GetCalls {
    static final List<String> PATHS = List.of("/health/live", "/health/ready", "/metrics", "/openapi.yaml");

    private static final String ELSEWHERE = "/{other}";
    private static final String OPEN_METRICS = "application/openmetrics-text";

    private GetCalls() {}

    static Stream<Call> all() {
        return Stream.of(told(), guarded(), PATHS.stream().flatMap(GetCalls::misused), elsewhere())
                .flatMap(calls -> calls);
    }

    private static Stream<Call> told() {
        return Stream.of(
                get("/health/live", 200, JSON, "alive", edges -> from(edges, "/health/live")),
                get("/health/live", 200, JSON, "alive without Kafka", edges -> away(edges, "/health/live")),
                get("/health/ready", 200, JSON, "all is well", edges -> from(edges, "/health/ready")),
                get("/health/ready", 503, JSON, "no Kafka", edges -> away(edges, "/health/ready")),
                get("/metrics", 200, "text/plain", "as always", edges -> from(edges, "/metrics")),
                get(
                        "/metrics",
                        200,
                        OPEN_METRICS,
                        "asked for",
                        edges -> from(edges, "/metrics", "Accept", OPEN_METRICS + "; version=1.0.0")),
                get("/openapi.yaml", 200, "application/yaml", "this document", edges -> from(edges, "/openapi.yaml")));
    }

    private static Stream<Call> guarded() {
        return Stream.of(
                get(
                        "/metrics",
                        401,
                        PROBLEM,
                        "no key",
                        edges -> new Client(edges.guarded.port()).call("GET", "/metrics")),
                get(
                        "/metrics",
                        403,
                        PROBLEM,
                        "a key without the scope",
                        edges -> new Client(edges.guarded.port()).call("GET", "/metrics", "X-API-Key", Edges.WRITER)));
    }

    private static Stream<Call> misused(String path) {
        return Stream.of(
                get(path, 405, PROBLEM, "another method", edges -> new Client(edges.open.port()).call("DELETE", path)),
                get(path, 431, PROBLEM, "long headers", edges -> from(edges, path, "X-Long", "x".repeat(20_000))));
    }

    private static Stream<Call> elsewhere() {
        return Stream.of(
                get(ELSEWHERE, 404, PROBLEM, "nothing there", edges -> from(edges, "/nothing/here")),
                get(
                        ELSEWHERE,
                        404,
                        PROBLEM,
                        "nothing to post to",
                        edges -> new Client(edges.open.port()).call("POST", "/nothing")),
                get(ELSEWHERE, 400, PROBLEM, "no path", GetCalls::nonsense),
                get(ELSEWHERE, 414, PROBLEM, "a long path", edges -> from(edges, "/" + "x".repeat(20_000))),
                get(
                        ELSEWHERE,
                        431,
                        PROBLEM,
                        "long headers",
                        edges -> from(edges, "/nothing", "X-Long", "x".repeat(20_000))));
    }

    private static Answer nonsense(Edges edges) throws Exception {
        try (Wire wire = new Wire(edges.open.port())) {
            wire.send("GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            return wire.answer();
        }
    }

    private static Answer from(Edges edges, String path, String... headers) throws Exception {
        return new Client(edges.open.port()).call("GET", path, headers);
    }

    private static Answer away(Edges edges, String path) throws Exception {
        return new Client(edges.away.port()).call("GET", path);
    }
}
