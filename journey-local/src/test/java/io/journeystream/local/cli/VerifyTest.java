package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.Definitions;
import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.journeys.Journey;
import io.journeystream.local.stitching.Published;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.verification.Difference;
import io.journeystream.serve.verification.Findings;
import io.journeystream.serve.verification.Subject;
import io.journeystream.serve.verification.Verification;
import io.journeystream.serve.verification.VerificationSettings;
import io.journeystream.streams.HealthService;
import io.journeystream.streams.StitchingService;
import io.journeystream.topics.Topics;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether what streams published is what the events say: as it comes, and with records changed behind its back. */
class VerifyTest {
    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
    private static final int CALLS = 40;

    @TempDir
    private Path directory;

    private Installation installed;

    @BeforeEach
    void start() throws InterruptedException {
        installed = new Installation(directory);
        try (StitchingService streams = installed.streams();
                HealthService health = installed.health()) {
            installed.send(
                    NINE.plus(Duration.ofDays(30)),
                    IntStream.range(0, CALLS).mapToObj(VerifyTest::call).toArray(Event[]::new));
            streams.start();
            health.start();
            Installation.settle(streams);
            assertThat(health.awaitDrained(Duration.ofMinutes(1))).isTrue();
        }
    }

    @AfterEach
    void stop() {
        installed.close();
    }

    /** Ten customers, each by account and telephone, who call four times. */
    private static Event call(int number) {
        String customer = "a" + number % 10;
        return new Event.Channel(ChannelEvent.newBuilder()
                .setSource("acd")
                .setEventId("e" + number)
                .setOccurredAt(NINE.plus(Duration.ofHours(7L * number)))
                .setIdentifiers(List.of(new Identifier("account", customer), new Identifier("phone", "p" + customer)))
                .setIntent("billing")
                .setChannel("phone")
                .setContactId("k" + number)
                .setDirection(Direction.INBOUND)
                .setAction(Action.CONNECTED)
                .setDurationMillis(60_000L)
                .build());
    }

    private Findings verified() throws InterruptedException {
        VerificationSettings settings =
                new VerificationSettings(Definitions.STANDARD, Duration.ofMinutes(5), null, false);
        try (Verification verification = new Verification(
                Map.of("bootstrap.servers", installed.stack().bootstrapServers()),
                installed.stack().schemaRegistry(),
                settings,
                Clock.systemUTC(),
                sentence -> {})) {
            return verification.run();
        }
    }

    @Test
    void what_streams_published_is_found_equal_and_what_was_changed_is_told() throws InterruptedException {
        io.journeystream.local.cli.Journey command = installed.run("verify", List.of());
        assertThat(command.exitCode()).as("%s", command).isZero();
        assertThat(command.out()).contains("40 events of 10 customers", "all of it is published as the events say");

        Journey journey = Published.live(installed.stack()).values().iterator().next();
        SchemaRegistry registry = installed.stack().schemaRegistry();
        Journey dearer =
                Journey.newBuilder(journey).setCost(new BigDecimal("8.000000")).build();
        String cell = Published.latest(installed.stack(), Topics.HEALTH)
                .keySet()
                .iterator()
                .next();
        plant(
                Topics.JOURNEYS.name(),
                journey.getJourneyId(),
                Topics.JOURNEYS.valueSerializer(registry).serialize(Topics.JOURNEYS.name(), dearer));
        plant(Topics.HEALTH.name(), cell, null);
        plant(Topics.IDENTITIES.name(), "account:a3", null);

        Findings findings = verified();
        assertThat(findings.isClean()).isFalse();
        assertThat(findings.differences())
                .filteredOn(difference -> difference.subject() == Subject.JOURNEYS)
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.key()).isEqualTo(journey.getJourneyId());
                    assertThat(difference.details()).containsExactly("/cost: published 8.000000, computed 0.000000");
                });
        assertThat(findings.differences())
                .filteredOn(difference -> difference.subject() == Subject.IDENTITIES)
                .containsExactly(new Difference(Subject.IDENTITIES, "account:a3", Difference.Kind.MISSING, List.of()));
        assertThat(findings.differences())
                .contains(new Difference(Subject.HEALTH, cell, Difference.Kind.MISSING, List.of()));
    }

    private void plant(String topic, String key, byte @Nullable [] value) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", installed.stack().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var unused = producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value));
            producer.flush();
        }
    }
}
