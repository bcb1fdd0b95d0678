package io.journeystream.runtime.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaPassThroughTest {

    @Test
    void a_property_goes_to_every_client_that_knows_it() {
        KafkaProperties kafka = Sample.flags("kafka.linger.ms=5", "kafka.client.rack=a")
                .accepted()
                .kafka();

        assertThat(kafka.of(ClientKind.PRODUCER)).containsOnly(Map.entry("linger.ms", "5"));
        assertThat(kafka.of(ClientKind.CONSUMER)).containsOnly(Map.entry("client.rack", "a"));
        assertThat(kafka.of(ClientKind.ADMIN)).isEmpty();
        assertThat(kafka.of(ClientKind.STREAMS)).containsOnlyKeys("linger.ms", "client.rack");
    }

    @Test
    void a_property_of_one_kind_wins_there() {
        KafkaProperties kafka = Sample.flags(
                        "kafka.client.id=all",
                        "kafka.admin.client.id=boss",
                        "kafka.producer.linger.ms=9",
                        "kafka.streams.consumer.max.poll.records=10",
                        "kafka.streams.acceptable.recovery.lag=1")
                .accepted()
                .kafka();

        assertThat(kafka.of(ClientKind.ADMIN)).containsOnly(Map.entry("client.id", "boss"));
        assertThat(kafka.of(ClientKind.CONSUMER)).containsOnly(Map.entry("client.id", "all"));
        assertThat(kafka.of(ClientKind.STREAMS))
                .containsEntry("producer.linger.ms", "9")
                .containsEntry("consumer.max.poll.records", "10")
                .containsEntry("acceptable.recovery.lag", "1");
    }

    @Test
    void names_that_kafka_does_not_know_are_for_plug_ins() {
        KafkaProperties kafka =
                Sample.flags("kafka.my.login.vault=v").accepted().kafka();

        assertThat(kafka.of(ClientKind.PRODUCER)).containsEntry("my.login.vault", "v");
        assertThat(kafka.of(ClientKind.ADMIN)).containsEntry("my.login.vault", "v");
    }

    @Test
    void variables_are_kafkas_names_in_capitals() {
        KafkaProperties kafka = Sample.environment(Map.of(
                        "JOURNEY_KAFKA_SECURITY_PROTOCOL", "SSL",
                        "JOURNEY_KAFKA_SSL_TRUSTSTORE_LOCATION", "/t",
                        "JOURNEY_KAFKA_CONSUMER_MAX_POLL_RECORDS", "7",
                        "JOURNEY_KAFKA_MY_LOGIN_VAULT", "v"))
                .accepted()
                .kafka();

        assertThat(kafka.of(ClientKind.CONSUMER))
                .containsEntry("ssl.truststore.location", "/t")
                .containsEntry("max.poll.records", "7")
                .containsEntry("my.login.vault", "v");
    }

    @Test
    void a_secret_may_stand_in_a_file_and_is_never_shown(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("jaas"), "hush;\n");

        Configuration configuration = Sample.flags(
                        "kafka.security.protocol=SASL_SSL", "kafka.sasl.jaas.config-file=" + file)
                .andFlags("registry.user=ada", "registry.password=hush")
                .accepted();

        assertThat(configuration.kafka().of(ClientKind.ADMIN)).containsEntry("sasl.jaas.config", "hush;");
        assertThat(configuration.toString() + configuration.kafka())
                .contains("sasl.jaas.config")
                .doesNotContain("hush");
        assertThat(Flag.source(List.of(), List.of("registry.password=hush")).toString())
                .doesNotContain("hush");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kafka.acks=1                               | kafka.acks is not for setting: nothing that was",
                "kafka.producer.enable.idempotence=false    | may be lost",
                "kafka.producer.max.in.flight.requests.per.connection=5 | may be lost or be there twice",
                "kafka.streams.producer.transactional.id=x  | kafka.streams.producer.transactional.id is not for setting",
                "kafka.consumer.isolation.level=read_uncommitted | only what is committed is read",
                "kafka.streams.main.consumer.auto.offset.reset=latest | from the first record on",
                "kafka.group.id=g                           | follows from streams.application-id",
                "kafka.value.serializer=x                   | docs/semantics.md",
                "kafka.partitioner.class=x                  | every Kafka client would put it",
                "kafka.producer.bootstrap.servers=a:1       | give kafka.bootstrap.servers",
                "kafka.streams.num.stream.threads=4         | give streams.threads",
                "kafka.num.stream.threads=4                 | give streams.threads",
                "kafka.streams.producer.batch.size=1        | measured and tested",
                "kafka.ssl.trustore.location=/t             | did you mean kafka.ssl.truststore.location?",
                "kafka.streams.consumer.max.pol.records=1   | did you mean kafka.streams.consumer.max.poll.records?",
                "kafka.consumer.linger.ms=1                 | give kafka.producer.linger.ms",
                "kafka.sasl.jaas.confg-file=/t              | did you mean",
            })
    void what_would_break_promises_or_is_misspelt(String assignment, String hint) {
        assertThat(Sample.flags(assignment).mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake).contains(hint));
    }

    @Test
    void a_wrong_value_of_a_secret_is_not_shown_either() {
        assertThat(Sample.flags("registry.user=ada", "registry.password=").mistakes())
                .containsExactly(
                        "flag --set registry.password: registry.password: the value is not right; give a password");
    }
}
