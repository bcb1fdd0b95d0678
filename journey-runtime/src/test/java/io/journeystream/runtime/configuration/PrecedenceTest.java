package io.journeystream.runtime.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecedenceTest {
    @TempDir
    private Path directory;

    private Source file;

    @BeforeEach
    void threadsInTheFile() throws IOException {
        file = PropertiesFile.read(
                Files.writeString(directory.resolve("journey.properties"), "work.threads = 2\nkafka.linger.ms=5\n"));
    }

    @Test
    void without_anything_given_the_default_holds() {
        Configuration configuration = new Sample().accepted();

        assertThat(configuration.get(Sample.THREADS)).isEqualTo(1);
        assertThat(configuration.get(Sample.PATIENCE)).isEqualTo(Duration.ofDays(1));
        assertThat(configuration.find(ConnectionSettings.REGISTRY_URL)).isEmpty();
        assertThat(configuration.place(Sample.THREADS)).isEmpty();
    }

    @Test
    void the_file_wins_over_the_default() {
        Configuration configuration = Sample.of(file).accepted();

        assertThat(configuration.get(Sample.THREADS)).isEqualTo(2);
        assertThat(configuration.place(Sample.THREADS))
                .hasValueSatisfying(place -> assertThat(place).endsWith("journey.properties:1"));
    }

    @Test
    void the_environment_wins_over_the_file() {
        Source environment =
                Environment.read(Map.of("JOURNEY_WORK_THREADS", "3", "JOURNEY_KAFKA_LINGER_MS", "7"), Sample.CATALOGUE);

        Configuration configuration = Sample.of(file).and(environment).accepted();

        assertThat(configuration.get(Sample.THREADS)).isEqualTo(3);
        assertThat(configuration.kafka().of(ClientKind.PRODUCER)).containsEntry("linger.ms", "7");
    }

    @Test
    void a_flag_wins_over_all() {
        Source environment = Environment.read(Map.of("JOURNEY_WORK_THREADS", "3"), Sample.CATALOGUE);

        Configuration configuration =
                Sample.of(file).and(environment).andFlags("work.threads=4").accepted();

        assertThat(configuration.get(Sample.THREADS)).isEqualTo(4);
    }

    @Test
    void an_empty_variable_counts_as_not_given_but_for_kafka() {
        Configuration configuration = Sample.of(file)
                .and(Environment.read(
                        Map.of("JOURNEY_WORK_THREADS", "", "JOURNEY_KAFKA_SSL_ENDPOINT_IDENTIFICATION_ALGORITHM", ""),
                        Sample.CATALOGUE))
                .accepted();

        assertThat(configuration.get(Sample.THREADS)).isEqualTo(2);
        assertThat(configuration.kafka().of(ClientKind.ADMIN))
                .containsEntry("ssl.endpoint.identification.algorithm", "");
    }

    @Test
    void a_connection_is_what_all_of_it_says() {
        Connection connection = Connection.of(Sample.flags(
                        "kafka.bootstrap.servers=one:9092, two:9092",
                        "registry.url=http://r1:8081, http://r2:8081/apis/ccompat/v7",
                        "registry.user=ada",
                        "registry.password=hush",
                        "registry.timeout=3s",
                        "registry.auto-register=false")
                .needing(Connection.NEEDED)
                .accepted());

        assertThat(connection.properties(ClientKind.ADMIN))
                .containsOnly(Map.entry("bootstrap.servers", "one:9092, two:9092"));
        assertThat(connection.registry().urls())
                .extracting(Object::toString)
                .isEqualTo(List.of("http://r1:8081", "http://r2:8081/apis/ccompat/v7"));
        assertThat(connection.registry().timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(connection.registry().credentials()).hasToString("ada:***");
        assertThat(connection.registration()).hasToString("LOOK_UP");
        assertThat(connection.toString()).doesNotContain("hush");
    }
}
