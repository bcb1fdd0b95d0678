package io.journeystream.local.ingest;

import static io.journeystream.local.ingest.Call.EVENTS;
import static io.journeystream.local.ingest.Call.JSON;
import static io.journeystream.local.ingest.Call.post;
import static io.journeystream.local.ingest.Call.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.local.http.Caller.Answer;
import io.journeystream.local.http.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Requests with events that bring about whatever can be answered to them. */
final class PostCalls {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(90);
    private static final String HELD = "journey_ingest_body_bytes ";

    private PostCalls() {}

    static Stream<Call> all() {
        return Stream.of(decided(), unauthorised(), malformed(), tooMuch(), unable())
                .flatMap(calls -> calls);
    }

    private static Stream<Call> decided() {
        String valid = SampleEvents.call("c1");
        String late = SampleEvents.call("test", "c2", Instant.now().minus(Duration.ofDays(8)));
        String wrong = valid.replace("ENDED", "OVER");
        return Stream.of(
                post(202, JSON, "a valid event", edges -> open(edges).post(JSON, valid)),
                post(202, JSON, "no event at all", edges -> open(edges).post(JSON, "[]")),
                post(
                        207,
                        JSON,
                        "valid, late, wrong",
                        edges -> open(edges).post(JSON, "[" + valid + "," + late + "," + wrong + ",7]")),
                post(
                        207,
                        JSON,
                        "a line that is no JSON",
                        edges -> open(edges).post("application/x-ndjson", valid + "\n{\n")),
                post(
                        207,
                        JSON,
                        "more refusals than are listed",
                        edges -> open(edges).post(JSON, "[" + valid + ",7".repeat(1_001) + "]")),
                refused(422, "a wrong event", edges -> open(edges).post(JSON, wrong)),
                refused(
                        422,
                        "more refusals than are listed",
                        edges -> open(edges).post("application/x-ndjson", "7\n".repeat(1_001))),
                refused(
                        422,
                        "a wrong CloudEvent",
                        edges -> open(edges)
                                .post("application/cloudevents-batch+json", "[{},{\"specversion\":\"1.0\"}]")));
    }

    private static Stream<Call> unauthorised() {
        String event = SampleEvents.call("crm", "c3", Instant.now());
        return Stream.of(
                refused(401, "no key", edges -> guarded(edges).post(JSON, event)),
                refused(401, "an unknown key", edges -> guarded(edges).post(JSON, event, "X-API-Key", "jk_unknown")),
                refused(
                        403,
                        "a key without the scope",
                        edges -> guarded(edges).post(JSON, event, "X-API-Key", Edges.WATCHER)),
                refused(
                        403,
                        "a key for another source",
                        edges -> guarded(edges).post(JSON, event, "X-API-Key", Edges.WRITER)));
    }

    private static Stream<Call> malformed() {
        String event = SampleEvents.call("c4");
        return Stream.of(
                refused(400, "no JSON", edges -> open(edges).post(JSON, "{\"type\" 1}")),
                refused(400, "no body", edges -> open(edges).post(JSON, "")),
                refused(
                        400,
                        "not the compression it says",
                        edges -> open(edges).post(JSON, event, "Content-Encoding", "gzip")),
                refused(
                        400,
                        "an attribute that is not percent-encoded",
                        edges -> open(edges).post(JSON, event, "ce-specversion", "1.0", "ce-id", "%zz")),
                refused(405, "another method", edges -> open(edges).call("PUT", EVENTS)),
                refused(415, "another type", edges -> open(edges).post("text/plain", event)),
                refused(415, "another charset", edges -> open(edges).post(JSON + "; charset=latin1", event)),
                refused(415, "another compression", edges -> open(edges).post(JSON, event, "Content-Encoding", "br")),
                refused(431, "long headers", edges -> open(edges).post(JSON, event, "X-Long", "x".repeat(20_000))));
    }

    private static Stream<Call> tooMuch() {
        return Stream.of(
                refused(408, "a body that does not end", PostCalls::halfABody),
                refused(
                        413,
                        "more bytes than may be sent",
                        edges -> narrow(edges).post(JSON, new byte[Edges.BYTES + 1])),
                refused(
                        413,
                        "more bytes when decompressed",
                        edges -> narrow(edges).post(JSON, gzip(new byte[Edges.BYTES + 1]), "Content-Encoding", "gzip")),
                refused(413, "more items", edges -> narrow(edges).post(JSON, "[1" + ",1".repeat(Edges.ITEMS) + "]")),
                refused(429, "others fill the memory", PostCalls::besideAnother));
    }

    private static Stream<Call> unable() {
        return Stream.of(
                refused(500, "a fault of the server", PostCalls::withBrokenClock),
                refused(503, "no Kafka", edges -> new Client(edges.away.port()).post(JSON, SampleEvents.call("c5"))));
    }

    private static Answer halfABody(Edges edges) throws IOException {
        try (Wire wire = Wire.posting(edges.narrow.port(), EVENTS, 100, "{")) {
            return wire.answer();
        }
    }

    private static Answer besideAnother(Edges edges) throws Exception {
        Client client = narrow(edges);
        try (Wire slow = Wire.posting(edges.narrow.port(), EVENTS, Edges.BYTES, " ".repeat(Edges.BYTES - 1))) {
            assertThat(slow).isNotNull();
            awaitHeld(client, Edges.BYTES - 1);
            return client.post(JSON, SampleEvents.call("c6"));
        } finally {
            awaitHeld(client, 0);
        }
    }

    private static void awaitHeld(Client client, int bytes) throws Exception {
        long start = System.nanoTime();
        while (held(client) != bytes) {
            assertThat(System.nanoTime() - start).isLessThan(PATIENCE);
            Thread.sleep(5);
        }
    }

    private static double held(Client client) throws Exception {
        return client.call("GET", "/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(HELD))
                .mapToDouble(line -> Double.parseDouble(line.substring(HELD.length())))
                .sum();
    }

    private static Answer withBrokenClock(Edges edges) throws Exception {
        edges.clockBroken.set(true);
        try {
            return new Client(edges.faulty.port()).post(JSON, SampleEvents.call("c7"));
        } finally {
            edges.clockBroken.set(false);
        }
    }

    private static Client open(Edges edges) {
        return new Client(edges.open.port());
    }

    private static Client narrow(Edges edges) {
        return new Client(edges.narrow.port());
    }

    private static Client guarded(Edges edges) {
        return new Client(edges.guarded.port());
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
