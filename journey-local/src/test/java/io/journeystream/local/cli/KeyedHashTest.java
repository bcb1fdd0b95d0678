package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.Definitions;
import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.ingest.identifiers.IdentifierNormaliser;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.ingest.identifiers.KeyedHash;
import io.journeystream.streams.HealthService;
import io.journeystream.streams.StitchingService;
import io.journeystream.streams.state.StateFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a key for identifiers, whoever has all of Kafka and all state but not the key can read nobody's name. */
class KeyedHashTest {
    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
    private static final String MAIL = "ada.lovelace@example.com";
    private static final String PHONE = "+442071838750";
    private static final String ACCOUNT = "account-0815-4711";

    private final IdentifierNormaliser edge = new IdentifierNormaliser(new IdentifierSettings(
            Definitions.STANDARD.identity(), "GB", Map.of(), KeyedHash.ofText("a key that nobody has any more")));

    private Event call(int number, Identifier... names) {
        return new Event.Channel(ChannelEvent.newBuilder()
                .setSource("acd")
                .setEventId("e" + number)
                .setOccurredAt(NINE.plus(Duration.ofHours(number)))
                .setIdentifiers(edge.normalise("acd", List.of(names)))
                .setIntent("billing")
                .setChannel("phone")
                .setContactId("k" + number)
                .setDirection(Direction.INBOUND)
                .setAction(Action.CONNECTED)
                .setDurationMillis(60_000L)
                .build());
    }

    @Test
    void nothing_that_is_kept_can_be_read_without_the_key(@TempDir Path directory) throws Exception {
        Identifier mail = new Identifier("email", "Ada.Lovelace@example.com");
        Identifier phone = new Identifier("phone", "020 7183 8750");
        Identifier account = new Identifier("account", ACCOUNT);
        try (Installation installed = new Installation(directory)) {
            try (StitchingService streams = installed.streams();
                    HealthService health = installed.health()) {
                streams.start();
                health.start();
                installed.send(
                        NINE.plus(Duration.ofDays(30)),
                        call(1, mail),
                        call(2, phone),
                        call(3, account, phone),
                        call(4, mail, phone));
                Installation.settle(streams);
                assertThat(health.awaitDrained(Duration.ofMinutes(1))).isTrue();
                assertThat(streams.ledger().orElseThrow().customers()).isOne();
            }
            List<byte[]> kept = new ArrayList<>(inKafka(installed.stack().bootstrapServers()));
            for (Path store : StateFiles.stores(directory.resolve("state"))) {
                StateFiles.read(store, kept::add);
            }
            assertThat(kept).hasSizeGreaterThan(40);
            for (String name : List.of(MAIL, PHONE, ACCOUNT, "7183")) {
                assertThat(kept)
                        .as(name)
                        .noneMatch(bytes -> new String(bytes, StandardCharsets.ISO_8859_1)
                                .toLowerCase(Locale.ROOT)
                                .contains(name));
            }
            assertThat(kept)
                    .as("what is looked for can be found")
                    .anyMatch(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains("billing"));
        }
    }

    /** Every key and value of every topic, internal ones included. */
    private static List<byte[]> inKafka(String bootstrapServers) throws Exception {
        List<byte[]> found = new ArrayList<>();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
                KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            Set<String> topics = admin.listTopics().names().get();
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    Stream.of(record.key(), record.value())
                            .filter(KeyedHashTest::isThere)
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static boolean isThere(byte @Nullable [] bytes) {
        return bytes != null;
    }
}
