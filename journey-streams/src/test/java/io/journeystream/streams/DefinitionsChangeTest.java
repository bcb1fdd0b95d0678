package io.journeystream.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.journeys.Cause;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.Maturity;
import io.journeystream.rejects.RejectReason;
import io.journeystream.streams.publishing.Pace;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other definitions come into force: what the law of order does not show. */
class DefinitionsChangeTest {
    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant END = Instant.parse("2026-03-01T00:00:00Z");
    private static final int CALLERS = 24;

    /** So that one pass of the clock does not reach everybody. */
    private static final int AT_ONCE = 4;

    private static final StandingDefinitions DEARER = definitions("channels: {phone: {cost-per-contact: 2.50}}", 1_000);

    private final StitchingDriver driver =
            new StitchingDriver(3, new Pace(Duration.ZERO, Duration.ofMillis(50), AT_ONCE, null));

    @BeforeEach
    void everybodyHasCalledAndMatured() {
        for (int caller = 0; caller < CALLERS; caller++) {
            driver.send(call(caller % 2 == 0 ? "phone" : "chat", caller, NINE));
        }
        driver.tick(END.toEpochMilli());
        driver.settle();
        driver.published().clear();
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private static StandingDefinitions definitions(String content, long at) {
        return new StandingDefinitions(RandomDefinitions.written(content), at, "ada");
    }

    private static Event call(String channel, int caller, Instant at) {
        return new Event.Channel(ChannelEvent.newBuilder()
                .setSource("acd")
                .setEventId(channel + caller + at)
                .setOccurredAt(at)
                .setIdentifiers(List.of(new Identifier("account", "a" + caller)))
                .setIntent("billing")
                .setChannel(channel)
                .setContactId("k" + caller + at)
                .setDirection(Direction.INBOUND)
                .setAction(Action.CONNECTED)
                .setDurationMillis(60_000L)
                .build());
    }

    private void everywhere(StandingDefinitions laidDown) {
        for (int partition = 0; partition < driver.partitions(); partition++) {
            driver.define(laidDown, partition);
        }
    }

    @Test
    void journeys_that_nothing_else_touches_are_corrected_with_their_cause_and_others_left_alone() {
        everywhere(DEARER);
        driver.settle();

        assertThat(driver.published()).hasSize(CALLERS / 2).allSatisfy(journey -> {
            assertThat(journey.getCost()).isEqualByComparingTo("2.5");
            assertThat(journey.getMaturity()).isEqualTo(Maturity.MATURED);
            assertThat(journey.getCorrected()).isTrue();
            assertThat(journey.getCause()).isEqualTo(Cause.DEFINITION);
            assertThat(journey.getDefinitionsVersion())
                    .isEqualTo(DEARER.definitions().version());
        });
    }

    @Test
    void a_restart_in_the_middle_goes_on_and_earlier_definitions_change_nothing_any_more() {
        everywhere(DEARER);
        driver.pass(Duration.ofMillis(20));
        driver.restart();
        everywhere(definitions("channels: {phone: {cost-per-contact: 7}}", 500));
        driver.settle();

        assertThat(driver.published())
                .hasSize(CALLERS / 2)
                .extracting(Journey::getCost)
                .containsOnly(new BigDecimal("2.500000"));
    }

    @Test
    void definitions_that_are_known_at_a_start_hold_from_then_on() {
        driver.restart(DEARER);
        driver.settle();

        assertThat(driver.published()).hasSize(CALLERS / 2);
    }

    @Test
    void what_events_change_meanwhile_does_not_pass_for_the_definitions() {
        everywhere(DEARER);
        driver.send(call("phone", 4, END.minus(Duration.ofDays(1))));
        driver.settle();

        List<Journey> ofCaller = driver.published().stream()
                .filter(journey -> journey.getContacts().stream()
                        .anyMatch(contact -> contact.getContactId().startsWith("k4" + 2026)))
                .toList();
        assertThat(ofCaller).extracting(Journey::getCause).containsExactly(Cause.DEFINITION, Cause.EVENT);
    }

    @Test
    void what_decides_where_evidence_lies_is_refused_and_kept() {
        everywhere(definitions("identity: {hub-limit: 3}\nchannels: {phone: {cost-per-contact: 2.50}}", 1_000));
        driver.settle();

        assertThat(driver.published()).isEmpty();
        assertThat(driver.rejected()).hasSize(3).allSatisfy(reject -> {
            assertThat(reject.getReason()).isEqualTo(RejectReason.INVALID);
            assertThat(reject.getMessage()).contains("identity.hub-limit", "docs/definitions.md");
        });
        assertThat(driver.ledger().isBalanced()).isTrue();
    }

    @Test
    void a_start_with_what_cannot_come_into_force_goes_on_by_what_held() {
        driver.restart(definitions("identity: {hub-limit: 3}\nchannels: {phone: {cost-per-contact: 7}}", 900));
        driver.settle();
        assertThat(driver.published()).isEmpty();

        everywhere(DEARER);
        driver.settle();
        assertThat(driver.published()).hasSize(CALLERS / 2);
    }

    @Test
    void what_is_no_definitions_is_refused_with_every_mistake() {
        byte[] wrong = driver.serialize(new StandingDefinitions(
                        new WrittenDefinitions(
                                "currency: GOLD\nchannels: {phone: {cost-per-contact: -1}}", DEARER.definitions()),
                        1_000,
                        "ada")
                .published());
        driver.pipe("journey.definitions.v1", 0, null, wrong);
        driver.pipe("journey.definitions.v1", 1, null, "nonsense".getBytes(StandardCharsets.UTF_8));
        driver.settle();

        assertThat(driver.published()).isEmpty();
        assertThat(driver.rejected())
                .extracting(reject -> reject.getReason())
                .containsExactly(RejectReason.INVALID, RejectReason.UNDECODABLE);
        assertThat(driver.rejected().get(0).getMessage()).contains("GOLD", "cost-per-contact", ":1:", ":2:");
    }
}
