package io.journeystream.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.identity.ErasedCustomer;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.Identity;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.identity.IdentityCommandKind;
import io.journeystream.identity.IdentityOutcome;
import io.journeystream.identity.IdentityResult;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.JourneyStatus;
import io.journeystream.rejects.Reject;
import io.journeystream.rejects.RejectReason;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.publishing.Pace;
import io.journeystream.streams.state.StateStores;
import io.journeystream.topics.Addresses;
import io.journeystream.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Who is erased is gone, and nothing of it is anybody else's (docs/semantics.md, section 10): a device that Bob used
 * first, and then Alex.
 */
class EraseTest {
    private static final Identifier BOB = new Identifier("account", "bob-4711");
    private static final Identifier ALEX = new Identifier("account", "alex-0815");
    private static final Identifier DEVICE = new Identifier("device", "device-123");
    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final Instant END = Instant.parse("2026-03-01T00:00:00Z");

    private final StitchingDriver driver = new StitchingDriver(3, Pace.STANDARD.withInterval(Duration.ZERO));

    @AfterEach
    void close() {
        driver.close();
    }

    private static Event call(String id, Instant at, Identifier... names) {
        return new Event.Channel(ChannelEvent.newBuilder()
                .setSource("acd")
                .setEventId(id)
                .setOccurredAt(at)
                .setIdentifiers(List.of(names))
                .setIntent("billing")
                .setChannel("phone")
                .setContactId("k-" + id)
                .setDirection(Direction.INBOUND)
                .setAction(Action.CONNECTED)
                .setDurationMillis(60_000L)
                .build());
    }

    private final Event bobs = call("e1", NINE, BOB, DEVICE);
    private final Event alexs = call("e2", NINE.plusSeconds(3600), ALEX, DEVICE);
    private final Event devices = call("e3", NINE.plusSeconds(7200), DEVICE);

    private IdentityResult erase(String id, Identifier whom, Instant at) {
        int answered = driver.answers().size();
        driver.send(
                IdentityCommand.newBuilder()
                        .setId(id)
                        .setKind(IdentityCommandKind.ERASE)
                        .setIdentifier(whom)
                        .setAt(at)
                        .setBy("ada")
                        .setReason("asked for it")
                        .build(),
                0);
        driver.settle();
        assertThat(driver.answers()).hasSize(answered + 1);
        return driver.answers().get(answered);
    }

    private void given(Event... events) {
        List.of(events).forEach(driver::send);
        driver.tick(END.toEpochMilli());
        driver.settle();
    }

    private Map<String, Journey> last() {
        Map<String, Journey> last = new HashMap<>();
        driver.published().forEach(journey -> last.put(journey.getJourneyId(), journey));
        return last;
    }

    private List<Journey> live() {
        return last().values().stream()
                .filter(journey ->
                        journey.getStatus() != JourneyStatus.ERASED && journey.getStatus() != JourneyStatus.SUPERSEDED)
                .toList();
    }

    private String named(Identifier identifier) {
        Identity identity = driver.identities().get(new String(Identifiers.key(identifier), StandardCharsets.UTF_8));
        return identity == null ? "nobody" : identity.getCustomerId();
    }

    /** No row of any store holds the value of the identifier. */
    private void assertUnreadable(Identifier identifier) {
        for (int partition = 0; partition < driver.partitions(); partition++) {
            for (String store : List.of(StateStores.CLUSTERS, StateStores.AGENDA, StateStores.LEDGER)) {
                driver.state(partition).rows(store).forEach((key, value) -> {
                    assertThat(text(key.get())).doesNotContain(identifier.getValue());
                    assertThat(text(value)).doesNotContain(identifier.getValue());
                });
            }
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void erased_stays_erased_though_all_state_is_lost_and_computed_again() {
        given(bobs, alexs, devices);
        erase("c1", BOB, NOON);
        try (StitchingDriver again = new StitchingDriver(3, Pace.STANDARD.withInterval(Duration.ZERO))) {
            List.of(bobs, alexs, devices).forEach(again::send);
            again.tick(END.toEpochMilli());
            again.settle();
            driver.erasureRecords().forEach(again::recall);
            again.settle();

            assertThat(again.identities()).isEqualTo(driver.identities());
            assertThat(again.ledger().get(Count.ERASED)).isEqualTo(2);
            assertThat(again.ledger().isBalanced()).isTrue();
        }
    }

    @Test
    void nobody_passes_for_an_erased_identifier() {
        given(bobs);

        given(call("e9", NINE, Addresses.of(BOB)));

        assertThat(driver.ledger().rejected(RejectReason.INVALID)).isOne();
        assertThat(live()).hasSize(1);
    }

    @Test
    void nobody_is_erased_for_a_time_to_come() {
        given(bobs);

        IdentityResult answer = erase("c1", BOB, StitchingDriver.ARRIVAL.plus(Duration.ofHours(1)));

        assertThat(answer.getOutcome()).isEqualTo(IdentityOutcome.REFUSED);
        assertThat(live()).hasSize(1);
    }

    @Test
    void another_delivery_of_an_event_that_has_lost_a_name_is_compared_with_what_it_was() {
        given(bobs, alexs);
        erase("c1", BOB, NOON);
        long duplicates = driver.ledger().get(Count.DUPLICATES);

        given(alexs);

        assertThat(driver.ledger().get(Count.DUPLICATES)).isEqualTo(duplicates + 1);
        assertUnreadable(DEVICE);
    }

    @Test
    void bobs_events_are_gone_and_none_is_alexs() {
        given(bobs, alexs, devices);
        assertThat(named(DEVICE)).isEqualTo(Identifiers.customerId(BOB));
        assertThat(driver.ledger().get(Count.CONFLICTS)).isOne();

        ErasedCustomer erased = erase("c1", BOB, NOON).getErased();

        assertThat(erased.getCustomerId()).isEqualTo(Identifiers.customerId(BOB));
        assertThat(erased.getIdentifiers()).hasSize(2);
        assertThat(erased.getEvents()).isEqualTo(2);
        assertThat(erased.getJourneys()).isOne();
        assertThat(driver.erasures().until().keySet()).containsExactlyInAnyOrderElementsOf(erased.getIdentifiers());
        assertThat(live()).singleElement().satisfies(journey -> {
            assertThat(journey.getCustomerId()).isEqualTo(Identifiers.customerId(ALEX));
            assertThat(journey.getContactCount()).isOne();
        });
        assertThat(driver.identities()).hasSize(1);
        assertThat(named(ALEX)).isEqualTo(Identifiers.customerId(ALEX));
        assertThat(driver.ledger().isBalanced()).isTrue();
        assertUnreadable(BOB);
        assertUnreadable(DEVICE);
    }

    @Test
    void alexs_events_are_gone_and_the_device_stays_bobs() {
        given(bobs, alexs, devices);

        ErasedCustomer erased = erase("c1", ALEX, NOON).getErased();

        assertThat(erased.getIdentifiers()).hasSize(1);
        assertThat(erased.getEvents()).isOne();
        assertThat(live())
                .singleElement()
                .satisfies(journey -> assertThat(journey.getContactCount()).isEqualTo(2));
        assertThat(named(DEVICE)).isEqualTo(Identifiers.customerId(BOB));
        assertUnreadable(ALEX);
    }

    @Test
    void an_erased_journey_says_nothing_of_whose_it_was() {
        given(bobs);

        erase("c1", DEVICE, NOON);

        assertThat(last().values()).singleElement().satisfies(journey -> {
            assertThat(journey.getStatus()).isEqualTo(JourneyStatus.ERASED);
            assertThat(journey.getCustomerId()).isEmpty();
            assertThat(journey.getContacts()).isEmpty();
            assertThat(journey.getSupersededBy()).isEmpty();
        });
        assertThat(driver.ledger().customers()).isZero();
    }

    @Test
    void what_is_delivered_again_is_refused_and_not_kept() {
        given(bobs, alexs);
        erase("c1", BOB, NOON);

        given(bobs, devices, alexs);

        assertThat(live()).hasSize(1);
        assertThat(driver.rejected()).hasSize(2).allSatisfy(reject -> {
            assertThat(reject.getReason()).isEqualTo(RejectReason.ERASED);
            assertThat(reject.getTopic()).isEqualTo(Topics.CHANNEL_EVENTS.name());
            assertThat(reject.getOffset()).isNotNull();
            assertThat(reject.getPayload().remaining()).isZero();
            assertThat(reject.getOmittedBytes()).isPositive();
            assertThat(reject.getKey()).isNull();
            assertThat(reject.toString()).doesNotContain(BOB.getValue(), DEVICE.getValue());
        });
        assertThat(driver.ledger().rejected(RejectReason.ERASED)).isEqualTo(2);
        assertThat(driver.ledger().isBalanced()).isTrue();
        assertUnreadable(BOB);
        assertUnreadable(DEVICE);
    }

    @Test
    void who_comes_back_later_is_somebody_new() {
        given(bobs, alexs);
        erase("c1", BOB, NOON);

        given(call("e9", NOON.plusSeconds(60), ALEX, DEVICE), call("e10", NOON.plusSeconds(90), BOB));

        assertThat(named(DEVICE)).isEqualTo(Identifiers.customerId(ALEX));
        assertThat(named(BOB)).isEqualTo(Identifiers.customerId(BOB));
        assertThat(driver.identities().values())
                .filteredOn(identity -> identity.getIdentifier().equals(BOB))
                .extracting(Identity::getSince)
                .containsExactly(NOON.plusSeconds(90));
        assertThat(driver.rejected()).isEmpty();
    }

    @Test
    void a_command_may_name_whom_it_means_by_a_hash_and_is_answered_the_same_each_time() {
        given(bobs);

        IdentityResult first = erase("c1", Addresses.of(DEVICE), NOON);
        driver.restart();
        IdentityResult again = erase("c1", Addresses.of(DEVICE), NOON);
        IdentityResult other = erase("c2", DEVICE, NOON);

        assertThat(first.getOutcome()).isEqualTo(IdentityOutcome.HOLDS);
        assertThat(again).isEqualTo(first);
        assertThat(other.getOutcome()).isEqualTo(IdentityOutcome.REFUSED);
        assertThat(other.getMessage()).contains("no event up to 2026-01-05T12:00:00Z");
        assertUnreadable(BOB);
        assertUnreadable(DEVICE);
    }

    @Test
    void only_what_had_happened_by_then_is_erased() {
        Event evening = call("e4", NOON.plusSeconds(3600), BOB);
        given(bobs, evening);

        ErasedCustomer erased = erase("c1", BOB, NOON).getErased();

        assertThat(erased.getEvents()).isOne();
        assertThat(live())
                .singleElement()
                .satisfies(journey -> assertThat(journey.getContactCount()).isOne());
        assertThat(named(DEVICE)).isEqualTo("nobody");
        assertThat(named(BOB)).isEqualTo(Identifiers.customerId(BOB));
    }

    @Test
    void what_an_import_has_kept_aside_is_refused_when_it_ends() {
        driver.send(bobs, "history");
        driver.send(alexs, "history");
        given(devices);
        erase("c1", DEVICE, NOON);

        for (int partition = 0; partition < driver.partitions(); partition++) {
            driver.end(partition, "history", END.toEpochMilli());
        }
        given(call("e7", NINE, DEVICE, new Identifier("cookie", "c")));

        assertThat(driver.rejected()).hasSize(1).extracting(Reject::getReason).containsOnly(RejectReason.ERASED);
        assertThat(named(BOB)).as("another customer by all that is known").isEqualTo(Identifiers.customerId(BOB));
        assertThat(named(DEVICE)).isEqualTo("nobody");
        assertThat(driver.ledger().isBalanced()).isTrue();
        assertUnreadable(DEVICE);
    }
}
