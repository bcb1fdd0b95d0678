package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.health.Correction;
import io.journeystream.journeys.Cause;
import io.journeystream.local.stitching.Published;
import io.journeystream.streams.HealthService;
import io.journeystream.streams.StitchingService;
import io.journeystream.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Definitions are tried, laid down and shown while streams is at work, and everything follows. */
class DefinitionsTest {
    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
    private static final int CALLS = 20;

    @TempDir
    private Path directory;

    /** Each by another customer, half of them rich. */
    private static Event call(int number) {
        return new Event.Channel(ChannelEvent.newBuilder()
                .setSource("acd")
                .setEventId("e" + number)
                .setOccurredAt(NINE.plus(Duration.ofHours(number)))
                .setIdentifiers(List.of(new Identifier("account", "a" + number)))
                .setAttributes(Map.of("segment", number % 2 == 0 ? "rich" : "poor"))
                .setIntent(number % 2 == 0 ? "invoice" : "refund")
                .setChannel("phone")
                .setContactId("k" + number)
                .setDirection(Direction.INBOUND)
                .setAction(Action.CONNECTED)
                .setDurationMillis(60_000L)
                .build());
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("journeys.yaml"), content);
    }

    @Test
    void a_change_is_tried_then_laid_down_and_reaches_journeys_health_and_answers_without_a_restart()
            throws IOException, InterruptedException {
        Path file = file("""
                channels: {phone: {cost-per-contact: 2.50}}
                journeys: [{type: billing, team: payments, intents: [invoice, refund]}]
                health: {dimensions: [segment]}
                """);
        try (Installation installed = new Installation(directory);
                StitchingService streams = installed.streams();
                HealthService health = installed.health()) {
            installed.send(
                    NINE.plus(Duration.ofDays(30)),
                    IntStream.range(0, CALLS).mapToObj(DefinitionsTest::call).toArray(Event[]::new));
            streams.start();
            health.start();
            settle(streams, health);

            Journey tried = installed.run("definitions", List.of("try", file.toString()));
            assertThat(tried.exitCode()).as("%s", tried).isZero();
            assertThat(tried.out())
                    .contains("20 events by definitions standard (now)", "0 are the same, 20 differ")
                    .containsPattern("billing +then +20 ")
                    .containsPattern("invoice +now +10 ")
                    .contains("/cost: now 0.000000, then 2.500000");
            assertThat(installed.run("definitions", List.of("show")).err()).contains("nobody has laid down");

            Journey published = installed.run("definitions", List.of("publish", file.toString(), "--by", "ada"));
            assertThat(published.exitCode()).as("%s", published).isZero();
            assertThat(published.out()).contains("instead of standard");
            settle(streams, health);

            assertThat(installed.run("definitions", List.of("show")).out())
                    .contains("laid down by ada", "intents: [invoice, refund]");
            assertThat(installed
                            .run("health", List.of("--by", "segment", "--total", "--output", "csv"))
                            .out())
                    .contains("billing,payments,segment,rich,10", "billing,payments,segment,poor,10");
            assertThat(Published.latest(installed.stack(), Topics.CORRECTIONS).values())
                    .isNotEmpty()
                    .extracting(Correction::getCause)
                    .containsOnly(Cause.DEFINITION);
            Journey verified = installed.run("verify", List.of());
            assertThat(verified.exitCode()).as("%s", verified).isZero();

            Journey again = installed.run("definitions", List.of("publish", file.toString()));
            assertThat(again.out()).contains("hold already");

            Path moved = Files.writeString(directory.resolve("moved.yaml"), "identity: {hub-limit: 3}");
            Journey refused = installed.run("streams", List.of("--definitions", moved.toString()));
            assertThat(refused.exitCode()).isEqualTo(ExitCodes.FAILED);
            assertThat(refused.err()).contains("identity.hub-limit cannot change while journeystream-stitching");
        }
    }

    @Test
    void what_cannot_change_is_refused_before_anybody_hears_of_it() throws IOException, InterruptedException {
        Path moved = file("identity: {hub-limit: 3}");
        try (Installation installed = new Installation(directory)) {
            try (StitchingService streams = installed.streams()) {
                installed.send(NINE, call(1));
                streams.start();
                Installation.settle(streams);
            }
            Journey start = installed.run("streams", List.of("--definitions", moved.toString()));
            assertThat(start.exitCode()).isEqualTo(ExitCodes.FAILED);
            assertThat(start.err()).contains("identity.hub-limit cannot change while journeystream-stitching");

            Journey refused = installed.run("definitions", List.of("publish", moved.toString()));

            assertThat(refused.exitCode()).isEqualTo(ExitCodes.FAILED);
            assertThat(refused.err()).contains("identity.hub-limit", "docs/definitions.md");
            assertThat(installed
                            .run("definitions", List.of("show", "--history"))
                            .err())
                    .contains("nobody has laid down");
        }
    }

    private static void settle(StitchingService streams, HealthService health) throws InterruptedException {
        Installation.settle(streams);
        assertThat(health.awaitDrained(Duration.ofMinutes(1))).isTrue();
    }
}
