package io.journeystream.identity;

import static io.journeystream.identity.Sightings.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Section 3 of docs/semantics.md, and the cases of its section 10. */
class EvidenceGraphTest {
    private final Sightings sightings = new Sightings();

    private EvidenceGraph graph() {
        return graph(StandingFacts.NONE);
    }

    private EvidenceGraph graph(StandingFacts facts) {
        return new EvidenceGraph(sightings.events(), IdentityRules.STANDARD, facts);
    }

    private static List<String> strongest(EvidenceGraph graph) {
        return graph.customers().stream()
                .map(customer -> customer.strongest().getType() + ":"
                        + customer.strongest().getValue())
                .toList();
    }

    private static List<String> events(Customer customer) {
        return customer.events().stream().map(Event::eventId).sorted().toList();
    }

    private static StandingFacts withdrawn(String one, String other) {
        Pair pair = Pair.of(id(one), id(other), new Identifiers(IdentityRules.STANDARD));
        return new StandingFacts(Set.of(pair), Set.of(), Set.of());
    }

    @Test
    void aCookieAndAPhoneAreOneCustomerOnceALoginTiesThem() {
        sightings.seen(0, "cookie:c").seen(20, "phone:+44").seen(60, "cookie:c", "phone:+44");

        assertThat(graph().customers())
                .singleElement()
                .satisfies(customer -> assertThat(events(customer)).containsExactly("e1", "e2", "e3"));
    }

    @Test
    void anEventWithThreeIdentifiersTiesTheStrongestToEachOther() {
        sightings.seen(0, "email:e").seen(1, "device:d").seen(2, "account:a", "email:e", "device:d");

        assertThat(strongest(graph())).containsExactly("account:a");
        assertThat(graph().explain(id("email:e"), id("device:d")))
                .asInstanceOf(type(Explanation.OneCustomer.class))
                .satisfies(one -> assertThat(one.chain()).hasSize(2));
    }

    @Test
    void aDeviceIsItsFirstUsersAndTheSecondAccountStaysApart() {
        sightings.seen(0, "account:b", "device:123").seen(10, "account:a", "device:123");

        EvidenceGraph graph = graph();

        assertThat(strongest(graph)).containsExactly("account:a", "account:b");
        assertThat(graph.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.type()).isEqualTo("account");
            assertThat(conflict.evidence().eventId()).isEqualTo("e2");
        });
        assertThat(graph.explain(id("account:a"), id("device:123")))
                .asInstanceOf(type(Explanation.KeptApart.class))
                .satisfies(apart -> assertThat(apart.conflicts()).isEqualTo(graph.conflicts()));
        assertThat(graph.explain(id("account:b"), id("device:123"))).isInstanceOf(Explanation.OneCustomer.class);
    }

    @Test
    void earlierEvidenceThatArrivesLaterTakesTheDeviceFromItsOwner() {
        sightings
                .seen(10, "account:b", "device:123")
                .seen(5, "account:a", "device:123")
                .seen(20, "device:123");

        assertThat(graph().customers().get(0))
                .satisfies(customer -> assertThat(events(customer)).containsExactly("e2", "e3"));
    }

    @Test
    void anEventBelongsToItsStrongestIdentifierEvenWhereItsEvidenceConflicts() {
        sightings.seen(0, "account:b", "device:123").seen(10, "account:a", "device:123");

        assertThat(graph().customers())
                .extracting(EvidenceGraphTest::events)
                .containsExactly(List.of("e2"), List.of("e1"));
    }

    @Test
    void twoAccountsAreNotJoinedOverAChainOfWeakerIdentifiers() {
        sightings
                .seen(0, "account:a", "email:e")
                .seen(1, "account:b", "phone:+44")
                .seen(2, "email:e", "phone:+44");

        EvidenceGraph graph = graph();

        assertThat(strongest(graph)).containsExactly("account:a", "account:b");
        assertThat(graph.explain(id("account:a"), id("account:b")))
                .asInstanceOf(type(Explanation.KeptApart.class))
                .satisfies(apart -> {
                    assertThat(apart.chain()).hasSize(3);
                    assertThat(apart.conflicts()).hasSize(1);
                });
    }

    @Test
    void whatWasNeverSeenTogetherIsUnconnected() {
        sightings.seen(0, "account:a").seen(0, "account:b");

        assertThat(graph().explain(id("account:a"), id("account:b"))).isEqualTo(new Explanation.Unconnected());
    }

    @Test
    void withdrawnEvidenceLeavesEverybodyAsBefore() {
        sightings.seen(0, "cookie:c").seen(20, "phone:+44").seen(60, "cookie:c", "phone:+44");

        EvidenceGraph graph = graph(withdrawn("cookie:c", "phone:+44"));

        assertThat(graph.customers())
                .extracting(EvidenceGraphTest::events)
                .containsExactly(List.of("e2", "e3"), List.of("e1"));
    }

    @Test
    void elevenAccountsOnOneCookieMakeAHubThatNamesNobodyFromTheFirstEventOn() {
        for (int i = 0; i < 11; i++) {
            sightings.seen(i, "account:" + i, "cookie:shared");
        }

        EvidenceGraph graph = graph();

        assertThat(graph.blocked()).containsExactly(id("cookie:shared"));
        assertThat(graph.customers()).hasSize(11);
        assertThat(graph.conflicts()).isEmpty();
        assertThat(graph.explain(id("account:1"), id("cookie:shared")))
                .isEqualTo(new Explanation.Blocked(List.of(id("cookie:shared"))));
    }

    @Test
    void tenAreNoHub() {
        for (int i = 0; i < 10; i++) {
            sightings.seen(i, "account:" + i, "cookie:shared");
        }

        assertThat(graph().blocked()).isEmpty();
    }

    @Test
    void weakerNeighboursDoNotMakeAHub() {
        for (int i = 0; i < 50; i++) {
            sightings.seen(i, "account:a", "cookie:" + i);
        }

        assertThat(graph().blocked()).isEmpty();
        assertThat(strongest(graph())).containsExactly("account:a");
    }

    @Test
    void anEventWithNothingButHubsKeepsItsStrongestAlone() {
        for (int i = 0; i < 11; i++) {
            sightings.seen(i, "account:" + i, "cookie:shared");
        }
        sightings.seen(100, "cookie:shared");

        assertThat(strongest(graph())).hasSize(12).contains("cookie:shared");
    }

    @Test
    void anUnblockedIdentifierIsNoHubAndABlockedOneIs() {
        for (int i = 0; i < 11; i++) {
            sightings.seen(i, "email:" + i, "cookie:shared");
        }
        sightings.seen(20, "email:x", "device:d").seen(21, "email:y", "device:d");
        StandingFacts facts = new StandingFacts(Set.of(), Set.of(id("device:d")), Set.of(id("cookie:shared")));

        assertThat(strongest(graph(facts))).containsExactly("email:0", "email:x", "email:y");
    }

    @Test
    void theShortestChainExplains() {
        sightings
                .seen(0, "email:a", "phone:1")
                .seen(1, "phone:1", "device:d")
                .seen(2, "email:a", "cookie:c")
                .seen(3, "phone:2", "device:d")
                .seen(4, "email:a", "phone:2");

        assertThat(graph().explain(id("email:a"), id("device:d")))
                .asInstanceOf(type(Explanation.OneCustomer.class))
                .satisfies(one ->
                        assertThat(one.chain()).extracting(Evidence::eventId).containsExactly("e1", "e2"));
    }

    private static StandingFacts erased(long minute, String... identifiers) {
        Map<String, Long> until = new HashMap<>();
        for (String identifier : identifiers) {
            until.put(HashedName.hash(id(identifier)), minute * 60_000);
        }
        return new StandingFacts(Set.of(), Set.of(), Set.of(), new Erasures(until));
    }

    @Test
    void whatNamesAnErasedCustomerFirstIsInNoCustomer() {
        sightings
                .seen(0, "account:bob", "device:123")
                .seen(10, "account:alex", "device:123")
                .seen(20, "device:123");

        EvidenceGraph graph = graph(erased(30, "account:bob", "device:123"));

        assertThat(strongest(graph)).containsExactly("account:alex");
        assertThat(graph.erased()).extracting(Event::eventId).containsExactly("e1", "e3");
        assertThat(graph.customers().get(0).since()).containsOnlyKeys(id("account:alex"));
        assertThat(graph.joined()).isEmpty();
        assertThat(graph.conflicts()).isEmpty();
    }

    @Test
    void whoeverIsSeenLaterIsSomebodyNew() {
        sightings
                .seen(0, "account:bob", "device:123")
                .seen(31, "account:alex", "device:123")
                .seen(32, "account:bob");

        EvidenceGraph graph = graph(erased(30, "account:bob", "device:123"));

        assertThat(strongest(graph)).containsExactly("account:alex", "account:bob");
        assertThat(graph.customers().get(0).since()).containsKey(id("device:123"));
        assertThat(graph.erased()).extracting(Event::eventId).containsExactly("e1");
    }
}
