package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What services refuse before anything is started, or within seconds. */
@Timeout(60)
class ServiceRefusalsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "topics create",
                "topics check",
                "schemas register",
                "schemas check",
                "ingest",
                "streams",
                "serve"
            })
    void two_mistakes_in_a_file_give_two_lines(String command, @TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("journey.properties"),
                "kafka.bootstrap.servers=k:9092\nregistry.url=r:8081\nstreams.thread=2\n");

        Journey journey = Journey.run((command + " --config " + file).split(" ", -1));

        assertThat(journey.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(journey.err().lines())
                .hasSize(3)
                .satisfies(lines -> assertThat(lines.get(0)).startsWith("error: the configuration has 2 mistakes"))
                .satisfies(lines -> assertThat(lines.get(1)).contains(file + ":2: registry.url: 'r:8081' is not right"))
                .satisfies(lines -> assertThat(lines.get(2)).contains(file + ":3:", "did you mean streams.threads?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"topics check", "schemas check", "ingest", "streams", "serve", "import x.csv"})
    void without_a_broker_and_a_registry_it_says_how_to_name_them(String command) {
        Journey journey = Journey.run(command.split(" ", -1));

        assertThat(journey.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(journey.err()).contains("JOURNEY_KAFKA_BOOTSTRAP_SERVERS", "JOURNEY_REGISTRY_URL");
    }

    @Test
    void a_host_that_nobody_knows() {
        Journey topics = Journey.run(
                "topics",
                "check",
                "--bootstrap-server",
                "no.such.host.invalid:9092",
                "--registry",
                "http://no.such.host.invalid:8081");
        Journey schemas = Journey.run(
                "schemas",
                "check",
                "--bootstrap-server",
                "no.such.host.invalid:9092",
                "--registry",
                "http://no.such.host.invalid:8081");

        assertThat(topics.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(topics.err()).contains("no.such.host.invalid:9092: check the host names");
        assertThat(schemas.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(schemas.err()).contains("no address is known for the registry");
    }

    @Test
    void a_trust_store_that_is_not_there() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Journey journey = Journey.run(
                    "topics",
                    "check",
                    "--bootstrap-server",
                    "127.0.0.1:" + server.getLocalPort(),
                    "--registry",
                    "http://127.0.0.1:1",
                    "--set",
                    "kafka.security.protocol=SSL",
                    "--set",
                    "kafka.ssl.truststore.location=/no/such/store.p12",
                    "--set",
                    "kafka.ssl.truststore.password=hush-hush");

            assertThat(journey.exitCode()).isEqualTo(ExitCodes.FAILED);
            assertThat(journey.err())
                    .contains("Kafka's client cannot be made", "/no/such/store.p12", "check the kafka.* settings")
                    .doesNotContain("hush-hush");
        }
    }
}
