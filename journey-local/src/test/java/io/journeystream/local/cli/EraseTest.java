package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.identity.HashedName;
import io.journeystream.identity.Identifiers;
import io.journeystream.journeys.JourneyStatus;
import io.journeystream.local.erasure.ReceiptFile;
import io.journeystream.local.stitching.Published;
import io.journeystream.rejects.RejectReason;
import io.journeystream.serve.erasure.ErasedNames;
import io.journeystream.serve.erasure.Receipt;
import io.journeystream.streams.HealthService;
import io.journeystream.streams.StitchingService;
import io.journeystream.topics.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bob is erased and Alex is not, on real Kafka and registry with streams at work; then everything is searched. */
class EraseTest {
    private static final Identifier BOB = new Identifier("account", "bob-4711");
    private static final Identifier ALEX = new Identifier("account", "alex-0815");
    private static final Identifier DEVICE = new Identifier("device", "device-123");
    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant END = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    private Path directory;

    private Installation installed;

    @BeforeEach
    void start() {
        installed = new Installation(directory);
    }

    @AfterEach
    void stop() {
        installed.close();
    }

    @Test
    void bob_is_erased_and_nothing_of_him_is_left_but_what_kafka_removes() throws Exception {
        Path receipt = directory.resolve("receipt.json");
        try (StitchingService streams = installed.streams();
                HealthService health = installed.health()) {
            streams.start();
            health.start();
            installed.send(END, call("e1", 0, BOB, DEVICE), call("e2", 60, ALEX, DEVICE));
            Installation.settle(streams);
            assertThat(identity("explain", "account:bob-4711", "account:alex-0815")
                            .out())
                    .contains("two customers, although evidence connects them", "conflict");

            Journey erased =
                    identity("erase", "account:bob-4711", "--reason", "asked for it", "--receipt", receipt.toString());

            assertThat(erased.exitCode()).as("%s", erased).isEqualTo(ExitCodes.DONE);
            assertThat(erased.out())
                    .contains(Identifiers.customerId(BOB) + " is erased", "1 deleted", "1 published as ERASED")
                    .contains("goes 400 d after the last record of its file");
            assertThat(Files.readString(receipt)).doesNotContain("bob-4711", "device-123");
            Installation.settle(streams);
            assertOnlyAlexIsLeft();

            installed.send(END, call("e1", 0, BOB, DEVICE));
            Installation.settle(streams);
            assertThat(streams.ledger().orElseThrow().rejected(RejectReason.ERASED))
                    .isOne();
            assertOnlyAlexIsLeft();
            assertThat(health.awaitDrained(Duration.ofMinutes(1))).isTrue();
            assertThat(Published.latest(installed.stack(), Topics.HEALTH).values())
                    .extracting(cell -> cell.getMatured().getJourneys()
                            + cell.getProvisional().getJourneys())
                    .as("cells count Alex alone")
                    .containsOnly(1L);
        }
        assertOnlyKafkaMustForget(receipt);
        assertAlexIsFound();
        assertTamperingShows(receipt);
    }

    private void assertOnlyAlexIsLeft() {
        assertThat(Published.live(installed.stack()).values())
                .singleElement()
                .satisfies(journey -> assertThat(journey.getCustomerId()).isEqualTo(Identifiers.customerId(ALEX)));
        assertThat(identity("show", "device:device-123").out())
                .contains("device:device-123 was erased with the customer whom it named")
                .contains("device:device-123 names nobody");
        assertThat(identity("show", "account:alex-0815").out())
                .contains("events       1")
                .doesNotContain("device-123");
        assertThat(installed.run("explain", List.of(erasedJourney())).out()).endsWith("was erased with its customer\n");
    }

    private String erasedJourney() {
        Map<String, io.journeystream.journeys.Journey> last = new HashMap<>();
        Published.read(
                installed.stack().bootstrapServers(),
                installed.stack().schemaRegistry(),
                journey -> last.put(journey.getJourneyId(), journey));
        return last.values().stream()
                .filter(journey -> journey.getStatus() == JourneyStatus.ERASED)
                .map(io.journeystream.journeys.Journey::getJourneyId)
                .findFirst()
                .orElseThrow();
    }

    private void assertOnlyKafkaMustForget(Path receipt) {
        Journey verified = identity(
                "verify-erasure",
                receipt.toString(),
                "--state-directory",
                directory.resolve("state").toString());

        assertThat(verified.exitCode()).as("%s", verified).isEqualTo(ExitCodes.DONE);
        assertThat(verified.out())
                .contains("the receipt is as it was written: 2 identifiers")
                .containsPattern("journey.channel-events.v1 +3 +3 +0 +0 +gone by 20.* at the latest")
                .containsPattern("journey.identities.v1 +[0-9]+ +0 +[1-9]")
                .containsPattern("journey.journeys.v1 +[0-9]+ +0 +[1-9]")
                .containsPattern("journey.rejects.v1 +1 +0 +0 +0 +nothing found")
                .containsPattern("journey.routing.v1 +[0-9]+ +0 ")
                .containsPattern("journey.identity-commands.v1 +1 +0 +0 +0 +nothing found")
                .containsPattern("journeystream-stitching-clusters-changelog +[0-9]+ +0 +[1-9]")
                .containsPattern("health-counted-changelog +[1-9][0-9]* +0 +0 +0 +nothing found")
                .containsPattern("health-cells-changelog +[1-9][0-9]* +0 +0 +0 +nothing found")
                .containsPattern("health-differences-repartition +[0-9]+ +0 +0 +0 +nothing found")
                .containsPattern("rocksdb.cells +[1-9][0-9]* +0 +0 +0 +nothing found")
                .containsPattern("rocksdb.clusters +[1-9][0-9]* +0 +0 +0 +nothing found")
                .doesNotContain("LEFT");
    }

    /** Whoever is not erased is found wherever he is: a search that finds nothing anywhere would prove nothing. */
    private void assertAlexIsFound() {
        Path receipt = directory.resolve("alex.json");
        ReceiptFile.write(
                receipt,
                new Receipt(
                        "c",
                        "test",
                        "never erased",
                        END,
                        END,
                        ErasedNames.of(List.of(HashedName.hash(ALEX))),
                        new Receipt.Done(0, 0, 0),
                        List.of()));

        Journey verified = identity(
                "verify-erasure",
                receipt.toString(),
                "--state-directory",
                directory.resolve("state").toString());

        assertThat(verified.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(verified.out())
                .containsPattern("journey.identities.v1 +[0-9]+ +1 .*LEFT")
                .containsPattern("journey.journeys.v1 +[0-9]+ +1 .*LEFT")
                .containsPattern("journeystream-stitching-clusters-changelog .*LEFT")
                .containsPattern("rocksdb.clusters .*LEFT");
    }

    private void assertTamperingShows(Path receipt) throws Exception {
        Files.writeString(receipt, Files.readString(receipt).replace("\"events\" : 1", "\"events\" : 2"));

        Journey verified = identity("verify-erasure", receipt.toString());

        assertThat(verified.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(verified.err()).contains("is not as it was written");
    }

    @Test
    void who_is_nobody_cannot_be_erased_and_a_reason_must_be_given() throws Exception {
        try (StitchingService streams = installed.streams()) {
            streams.start();
            Journey nobody = identity("erase", "account:nobody", "--reason", "x");

            assertThat(nobody.exitCode()).isEqualTo(ExitCodes.FAILED);
            assertThat(nobody.err()).contains("nobody is erased: no event up to");
        }
        assertThat(identity("erase", "account:bob").exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(identity("erase", "account:bob", "--reason", "x", "--wait", "1s", "--id", "mine")
                        .err())
                .contains("command mine is sent and kept", "--id mine for the receipt");
    }

    private Journey identity(String command, String... arguments) {
        return installed.run(
                "identity",
                Stream.concat(Stream.of(command), Stream.of(arguments)).toList());
    }

    private static Event call(String eventId, int minute, Identifier... names) {
        return new Event.Channel(ChannelEvent.newBuilder()
                .setSource("acd")
                .setEventId(eventId)
                .setOccurredAt(NINE.plus(Duration.ofMinutes(minute)))
                .setIdentifiers(List.of(names))
                .setIntent("billing")
                .setChannel("phone")
                .setContactId("k-" + eventId)
                .setDirection(Direction.INBOUND)
                .setAction(Action.CONNECTED)
                .setDurationMillis(60_000L)
                .build());
    }
}
