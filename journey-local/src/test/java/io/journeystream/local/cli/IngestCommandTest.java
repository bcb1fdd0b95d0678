package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.local.machine.LoopbackPort;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The edge as a service of its own: a process, started and stopped as an operator would. */
@Timeout(240)
class IngestCommandTest {
    private static final int TERMINATED = 143;
    private static final Pattern ADDRESS = Pattern.compile("listening at (http://\\S+)/v1/events");

    @TempDir
    private Path directory;

    @Test
    void it_checks_takes_in_an_event_and_stops_cleanly() throws Exception {
        try (LocalStack stack = LocalStack.start(StackSettings.temporary());
                ServiceProcess ingest = ServiceProcess.start(
                        directory,
                        "ingest",
                        "--bootstrap-server",
                        stack.bootstrapServers(),
                        "--registry",
                        stack.registryUrl(),
                        "--port",
                        "0")) {
            ingest.awaitSaid("/v1/events");
            Matcher address = ADDRESS.matcher(ingest.said());
            assertThat(address.find()).isTrue();

            URI edge = URI.create(address.group(1));
            awaitReady(edge);
            HttpResponse<String> answer = post(edge.resolve("/v1/events"));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            assertThat(ingest.terminate()).isEqualTo(TERMINATED);
            assertThat(ingest.said())
                    .containsSubsequence(
                            "listening at",
                            "checking Kafka at",
                            "topics and schemas are as they must be",
                            "ingest has stopped",
                            "stopped; every request under way was answered");
        }
    }

    @Test
    void it_answers_while_it_waits_for_a_kafka_that_is_away() throws Exception {
        int nobody = LoopbackPort.free();
        try (ServiceProcess ingest = ServiceProcess.start(
                directory,
                "ingest",
                "--bootstrap-server",
                "127.0.0.1:" + nobody,
                "--registry",
                "http://127.0.0.1:" + nobody,
                "--port",
                "0")) {
            ingest.awaitSaid("/v1/events");
            Matcher address = ADDRESS.matcher(ingest.said());
            assertThat(address.find()).isTrue();

            HttpResponse<String> answer = post(URI.create(address.group(1)).resolve("/v1/events"));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            ingest.awaitSaid("is away, waiting for it");
            assertThat(ingest.terminate()).isEqualTo(TERMINATED);
        }
    }

    @Test
    void it_does_not_listen_to_other_machines_without_keys() throws Exception {
        try (ServiceProcess ingest = ServiceProcess.start(
                directory,
                "ingest",
                "--bootstrap-server",
                "127.0.0.1:1",
                "--registry",
                "http://127.0.0.1:1",
                "--host",
                "0.0.0.0")) {
            assertThat(ingest.exitCode()).isEqualTo(ExitCodes.FAILED);
            assertThat(ingest.said()).contains("ingest.host", "that needs ingest.keys");
        }
    }

    private static void awaitReady(URI edge) throws Exception {
        HttpRequest ready =
                HttpRequest.newBuilder(edge.resolve("/health/ready")).build();
        long start = System.nanoTime();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(ready, BodyHandlers.ofString());
        while (answer.statusCode() != 200) {
            assertThat(System.nanoTime() - start).as(answer.body()).isLessThan(TimeUnit.SECONDS.toNanos(60));
            Thread.sleep(100);
            answer = HttpClient.newHttpClient().send(ready, BodyHandlers.ofString());
        }
    }

    static HttpResponse<String> post(URI events) throws Exception {
        String event = """
                {"type": "channel", "source": "crm", "eventId": "1", "occurredAt": %d, "channel": "phone",
                 "contactId": "c1", "action": "CONNECTED", "identifiers": [{"type": "account", "value": "a1"}]}
                """.formatted(Instant.now().toEpochMilli());
        HttpRequest request = HttpRequest.newBuilder(events)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(event))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
