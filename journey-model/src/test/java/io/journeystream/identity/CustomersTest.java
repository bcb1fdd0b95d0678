package io.journeystream.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.events.Operation;
import io.journeystream.events.OperationalEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomersTest {
    private final Identifiers identifiers = new Identifiers(IdentityRules.STANDARD);

    private static Identifier identifier(String type, String value) {
        return new Identifier(type, value);
    }

    private static Event event(String id, Identifier... identifiers) {
        return new Event.Operational(OperationalEvent.newBuilder()
                .setSource("source")
                .setEventId(id)
                .setOccurredAt(Instant.EPOCH)
                .setIdentifiers(Arrays.asList(identifiers))
                .setOperation(Operation.OTHER)
                .build());
    }

    private static List<Customer> customers(Event... events) {
        return new EvidenceGraph(List.of(events), IdentityRules.STANDARD, StandingFacts.NONE).customers();
    }

    @Test
    void typesAreOrderedByPriorityAndUnknownOnesFollowByName() {
        List<Identifier> ordered = List.of(
                identifier("account", "z"),
                identifier("crm", "a"),
                identifier("email", "a"),
                identifier("phone", "a"),
                identifier("device", "a"),
                identifier("cookie", "a"),
                identifier("session", "a"),
                identifier("case", "a"),
                identifier("contact", "a"),
                identifier("badge", "a"),
                identifier("zodiac", "a"));
        List<Identifier> shuffled = new ArrayList<>(ordered);
        Collections.reverse(shuffled);
        shuffled.sort(identifiers);

        assertThat(shuffled).isEqualTo(ordered);
    }

    @Test
    void valuesAreOrderedByTheirBytesInUtf8() {
        Identifier fullwidth = identifier("account", "\uFF5E");
        Identifier emoji = identifier("account", "\uD83D\uDE00");

        assertThat(identifiers.strongest(List.of(emoji, fullwidth))).isEqualTo(fullwidth);
        assertThat(identifiers.strongest(List.of(identifier("account", "b"), identifier("account", "B"))))
                .isEqualTo(identifier("account", "B"));
    }

    @Test
    void anEventBelongsToTheCustomerOfItsStrongestIdentifierInWhateverOrderTheyCome() {
        Event one = event("1", identifier("device", "123"), identifier("account", "a"));
        Event two = event("2", identifier("account", "a"), identifier("phone", "+44"));

        assertThat(customers(one, two)).singleElement().satisfies(customer -> {
            assertThat(customer.strongest()).isEqualTo(identifier("account", "a"));
            assertThat(customer.events()).containsExactlyInAnyOrder(one, two);
        });
    }

    @Test
    void differentStrongestIdentifiersAreDifferentCustomers() {
        Event bobs = event("1", identifier("device", "123"), identifier("account", "b"));
        Event alexs = event("2", identifier("device", "123"), identifier("account", "a"));

        assertThat(customers(bobs, alexs))
                .extracting(Customer::customerId)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }
}
