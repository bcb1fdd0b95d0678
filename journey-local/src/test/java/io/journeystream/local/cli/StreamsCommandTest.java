package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.local.machine.LoopbackPort;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Stitching as a service of its own: a process, started and stopped as an operator would. */
@Timeout(240)
class StreamsCommandTest {
    private static final int TERMINATED = 143;

    @TempDir
    private Path directory;

    @Test
    void it_checks_restores_runs_tells_its_health_and_stops_cleanly() throws Exception {
        try (LocalStack stack = LocalStack.start(StackSettings.temporary());
                ServiceProcess streams = ServiceProcess.start(
                        directory,
                        "streams",
                        "--bootstrap-server",
                        stack.bootstrapServers(),
                        "--registry",
                        stack.registryUrl(),
                        "--set",
                        "streams.state-directory=" + directory.resolve("state"),
                        "--monitoring-port",
                        "0")) {
            streams.awaitSaid("health and metrics are at");
            streams.awaitSaid(": running");
            URI monitoring = monitoring(streams.said());

            awaitReady(monitoring);
            awaitMetric(monitoring, "journey_streams_lag_records 0.0"); // the standard definitions are read, too
            assertThat(get(monitoring, "/metrics").body()).contains("journey_streams_running 1.0");
            assertThat(streams.terminate()).isEqualTo(TERMINATED);
            assertThat(streams.said())
                    .containsSubsequence(
                            "checking Kafka at",
                            "topics and schemas are as they must be",
                            "starting stitching",
                            "restoring",
                            "running",
                            "stitching has stopped",
                            "stopped; what was read is committed");
        }
    }

    @Test
    void it_waits_for_a_kafka_that_is_away_and_can_be_stopped_meanwhile() throws Exception {
        int nobody = LoopbackPort.free();
        try (ServiceProcess streams = ServiceProcess.start(
                directory,
                "streams",
                "--bootstrap-server",
                "127.0.0.1:" + nobody,
                "--registry",
                "http://127.0.0.1:" + nobody,
                "--monitoring-port",
                "0")) {
            streams.awaitSaid("Kafka at 127.0.0.1:" + nobody + " is away, waiting for it: no connection");
            URI monitoring = monitoring(streams.said());

            assertThat(get(monitoring, "/health/live").statusCode()).isEqualTo(200);
            assertThat(get(monitoring, "/health/ready").body()).contains("waits for Kafka");
            assertThat(streams.terminate()).isEqualTo(TERMINATED);
        }
    }

    @Test
    void it_refuses_topics_that_are_not_there() throws Exception {
        try (LocalStack stack = LocalStack.start(StackSettings.temporary());
                ServiceProcess streams = ServiceProcess.start(
                        directory,
                        "streams",
                        "--bootstrap-server",
                        stack.bootstrapServers(),
                        "--registry",
                        stack.registryUrl(),
                        "--set",
                        "topics.partitions=12",
                        "--set",
                        "registry.auto-register=false")) {
            assertThat(streams.exitCode()).isEqualTo(ExitCodes.FAILED);
            assertThat(streams.said())
                    .contains("error: Kafka or the registry is not as it must be")
                    .contains("topic journey.clock.v1 has 4 partitions, asked for are 12")
                    .contains("journey.journeys.v1-value is not registered: register it with");
        }
    }

    private static URI monitoring(String said) {
        Matcher address =
                Pattern.compile("health and metrics are at (http://\\S+)").matcher(said);
        assertThat(address.find()).isTrue();
        return URI.create(address.group(1));
    }

    private static void awaitMetric(URI monitoring, String line) throws Exception {
        long start = System.nanoTime();
        while (!get(monitoring, "/metrics").body().contains(line)) {
            assertThat(System.nanoTime() - start).as(line).isLessThan(TimeUnit.SECONDS.toNanos(60));
            Thread.sleep(100);
        }
    }

    private static void awaitReady(URI monitoring) throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> ready = get(monitoring, "/health/ready");
        while (ready.statusCode() != 200) {
            assertThat(System.nanoTime() - start).as(ready.body()).isLessThan(TimeUnit.SECONDS.toNanos(60));
            Thread.sleep(200);
            ready = get(monitoring, "/health/ready");
        }
        assertThat(get(monitoring, "/health/live").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> get(URI monitoring, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(monitoring.resolve(path)).build(), BodyHandlers.ofString());
    }
}
