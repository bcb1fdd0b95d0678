package io.journeystream.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.health.Correction;
import io.journeystream.health.Figure;
import io.journeystream.health.HealthCell;
import io.journeystream.health.Period;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.identity.IdentityCommandKind;
import io.journeystream.journeys.Cause;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.JourneyStatus;
import io.journeystream.rejects.RejectReason;
import io.journeystream.streams.publishing.Pace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From events to health cells and corrections: what the law of order alone does not show. */
class HealthTopologyTest {
    private static final Identifier COOKIE = new Identifier("cookie", "c7");
    private static final Identifier PHONE = new Identifier("phone", "+442071838750");
    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant END = Instant.parse("2026-03-01T00:00:00Z");

    private final StitchingDriver stitching = new StitchingDriver(3, Pace.STANDARD.withInterval(Duration.ZERO));
    private final HealthDriver health = new HealthDriver(StandingDefinitions.STANDARD);
    private int sent;

    @AfterEach
    void close() {
        health.close();
        stitching.close();
    }

    private static Event contact(String id, String channel, Instant at, Action action, Identifier... names) {
        return new Event.Channel(ChannelEvent.newBuilder()
                .setSource("test")
                .setEventId(id)
                .setOccurredAt(at)
                .setIdentifiers(List.of(names))
                .setIntent("billing")
                .setChannel(channel)
                .setContactId("k-" + id)
                .setDirection(Direction.INBOUND)
                .setAction(action)
                .setDurationMillis(60_000L)
                .build());
    }

    /** An event of a contact that is nobody's business but says who is who. */
    private static Event login(Instant at) {
        return new Event.Channel(ChannelEvent.newBuilder(
                        ((Event.Channel) contact("login", "web", at, Action.AUTHENTICATED, PHONE, COOKIE)).avro())
                .setDirection(Direction.OUTBOUND)
                .build());
    }

    private void settle() {
        stitching.tick(END.toEpochMilli());
        stitching.settle();
        List<Journey> published = stitching.published();
        published.subList(sent, published.size()).forEach(health::send);
        sent = published.size();
        health.settle();
    }

    private void decree(IdentityCommandKind kind, Identifier whom, @Nullable Identifier other, String id, Instant at) {
        stitching.send(
                IdentityCommand.newBuilder()
                        .setId(id)
                        .setKind(kind)
                        .setIdentifier(whom)
                        .setOther(other)
                        .setAt(at)
                        .setBy("ada")
                        .setReason("a test")
                        .build(),
                0);
    }

    private HealthCell day() {
        return health.cells().values().stream()
                .filter(cell ->
                        cell.getPeriod() == Period.DAY && cell.getDimension().equals("ALL"))
                .findFirst()
                .orElseThrow();
    }

    private List<Correction> corrections(Figure figure) {
        return health.corrections().stream()
                .filter(correction -> correction.getFigure().equals(figure.toString()))
                .toList();
    }

    /** Web session by cookie, call by phone, tied by a login long after both had matured; then the login is withdrawn. */
    @Test
    void a_merge_takes_first_contact_resolution_back_and_its_withdrawal_restores_it() {
        stitching.send(contact("web", "web", NINE, Action.ENDED, COOKIE));
        stitching.send(contact("call", "phone", NINE.plusSeconds(1200), Action.CONNECTED, PHONE));
        settle();
        HealthCell before = day();
        assertThat(before.getMatured().getJourneys()).isEqualTo(2);
        assertThat(before.getMatured().getFirstContactResolved()).isEqualTo(2);
        assertThat(health.corrections()).isEmpty();

        stitching.send(login(NINE.plusSeconds(4800)));
        settle();
        HealthCell merged = day();
        assertThat(merged.getMatured().getJourneys()).isEqualTo(1);
        assertThat(merged.getMatured().getFirstContactResolved()).isZero();
        assertThat(merged.getMatured().getSwitches().getForced()).isEqualTo(1);
        assertThat(corrections(Figure.FIRST_CONTACT_RESOLVED))
                .hasSize(2)
                .allSatisfy(correction -> assertThat(correction.getCause()).isEqualTo(Cause.IDENTITY))
                .extracting(correction -> correction.getOldValue().intValueExact())
                .containsOnly(1);
        assertThat(stitching.published()).anyMatch(journey -> journey.getStatus() == JourneyStatus.SUPERSEDED);

        decree(IdentityCommandKind.WITHDRAW, PHONE, COOKIE, "w", NINE.plusSeconds(9000));
        settle();
        assertThat(day()).isEqualTo(before);
    }

    @Test
    void when_everybody_is_erased_nothing_is_counted_any_more() {
        Random random = new Random(5);
        RandomEvents events = new RandomEvents(random);
        List<Event> deliveries = events.deliveries(60);
        deliveries.forEach(stitching::send);
        settle();
        assertThat(health.cells()).isNotEmpty();
        assertThat(health.flows()).isNotEmpty();

        List<Identifier> everybody = deliveries.stream()
                .flatMap(event -> event.identifiers().stream())
                .distinct()
                .toList();
        for (int i = 0; i < everybody.size(); i++) {
            decree(IdentityCommandKind.ERASE, everybody.get(i), null, "e" + i, END);
            settle();
        }
        assertThat(LiveView.of(stitching.published())).isEmpty();
        assertThat(health.cells()).isEmpty();
        assertThat(health.flows()).isEmpty();
        assertThat(corrections(Figure.JOURNEYS))
                .isNotEmpty()
                .anyMatch(correction -> correction.getCause() == Cause.ERASURE);
    }

    @Test
    void a_record_that_is_no_journey_is_refused_whole_and_the_rest_goes_on() {
        health.send("j_x".getBytes(StandardCharsets.UTF_8), "no journey".getBytes(StandardCharsets.UTF_8));
        health.send("j_y".getBytes(StandardCharsets.UTF_8), null);
        stitching.send(contact("call", "phone", NINE, Action.CONNECTED, PHONE));
        settle();

        assertThat(health.rejected()).hasSize(2).extracting("reason").containsOnly(RejectReason.UNDECODABLE);
        assertThat(new String(health.rejected().get(0).getPayload().array(), StandardCharsets.UTF_8))
                .isEqualTo("no journey");
        assertThat(day().getMatured().getJourneys()).isEqualTo(1);
    }
}
