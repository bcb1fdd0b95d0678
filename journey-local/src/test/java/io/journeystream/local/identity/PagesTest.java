package io.journeystream.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.events.Operation;
import io.journeystream.events.OperationalEvent;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.LaidDown;
import io.journeystream.serve.identity.IdentityJson;
import io.journeystream.serve.identity.Portrait;
import io.journeystream.serve.identity.TypedNames;
import io.journeystream.serve.identity.Verdict;
import io.journeystream.serve.identity.WhoIsWho;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people read about Bob and Alex, who used one device (docs/semantics.md, section 10), and about a hub. */
class PagesTest {
    private final List<Event> deliveries = new ArrayList<>();

    private void seen(long minute, String... together) {
        List<Identifier> identifiers =
                Arrays.stream(together).map(TypedNames::parse).toList();
        deliveries.add(new Event.Operational(OperationalEvent.newBuilder()
                .setSource("s")
                .setEventId("e" + (deliveries.size() + 1))
                .setOccurredAt(Instant.ofEpochSecond(60 * minute))
                .setIdentifiers(identifiers)
                .setOperation(Operation.OTHER)
                .build()));
    }

    private WhoIsWho whoIsWho() {
        LaidDown nothing = new LaidDown(new Identifiers(IdentityRules.STANDARD));
        return new WhoIsWho(deliveries::forEach, nothing, IdentityRules.STANDARD);
    }

    private Verdict explain(String one, String other) {
        return whoIsWho().explain(TypedNames.parse(one), TypedNames.parse(other));
    }

    private Portrait show(String asked) {
        return whoIsWho().show(TypedNames.parse(asked));
    }

    @Test
    void the_conflict_that_keeps_two_people_apart_is_marked_in_the_chain() {
        seen(0, "account:bob", "device:123");
        seen(10, "account:alex", "device:123");

        assertThat(String.join("\n", VerdictPage.lines(explain("account:alex", "account:bob"))))
                .isEqualTo("""
                        account:alex and account:bob are two customers, although evidence connects them
                          identifier    customer
                          account:alex  c_e3d81ba5f4c5401bad7b
                          account:bob   c_2a8160c3f48fc66eb3c4

                          seen together              when (UTC)           event
                          account:alex   device:123  1970-01-01 00:10:00  s/e2   conflict: one customer may not hold more of type account
                          account:bob    device:123  1970-01-01 00:00:00  s/e1""");
        assertThat(IdentityJson.of(explain("account:alex", "account:bob")).toString())
                .contains("\"verdict\":\"KEPT_APART\"", "\"eventId\":\"e2\",\"type\":\"account\"}");
    }

    @Test
    void a_customer_is_shown_with_the_conflicts_that_touch_it() {
        seen(0, "account:bob", "device:123");
        seen(10, "account:alex", "device:123");

        assertThat(PortraitPage.lines(show("device:123")))
                .contains("named by     account:bob", "conflicts: seen together, yet not one customer")
                .anyMatch(line -> line.contains("s/e2") && line.endsWith("hold more of type account"));
    }

    @Test
    void a_hub_is_shown_as_blocked_with_how_many_it_was_seen() {
        for (int i = 1; i <= 11; i++) {
            seen(i, "account:a" + i, "device:kiosk");
        }

        assertThat(PortraitPage.lines(show("device:kiosk")))
                .containsExactly(
                        "device:kiosk is blocked: it was seen with 11 others, and as strong ones among them are more than"
                                + " the hub limit",
                        "device:kiosk names nobody");
        assertThat(PortraitPage.lines(show("account:a1"))).contains("blocked");
        assertThat(VerdictPage.lines(explain("account:a1", "device:kiosk")))
                .singleElement()
                .asString()
                .startsWith("device:kiosk is blocked");
    }
}
