package io.journeystream.serve.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Conflict;
import io.journeystream.identity.Customer;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.identity.Hubs;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.LaidDown;
import io.journeystream.identity.Pair;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is computed of a few identifiers is what a computation over everybody says of them. */
class NeighbourhoodTest {
    private static final IdentityRules RULES =
            new IdentityRules(IdentityRules.STANDARD.priority(), Map.of("account", 1, "email", 2), 4, 10_000);
    private static final Identifiers ORDER = new Identifiers(RULES);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 80);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anybodyIsTheSameCustomerAsInTheWhole(long seed) {
        Given given = new Given(seed);

        for (Identifier asked : given.named()) {
            Neighbourhood around = given.around(Set.of(asked));
            assertThat(around.customer(asked).map(NeighbourhoodTest::plain))
                    .as("seed %d, %s", seed, asked)
                    .isEqualTo(given.customer(asked).map(NeighbourhoodTest::plain));
            assertThat(conflicts(around.evidence(), asked))
                    .as("seed %d, %s", seed, asked)
                    .isEqualTo(conflicts(given.whole, asked));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void conflictsAreThoseOfTheWhole(long seed) {
        Given given = new Given(seed);

        assertThat(given.ofConflicts().evidence().conflicts())
                .as("seed %d", seed)
                .isEqualTo(given.whole.conflicts());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyTwoAreExplainedAsInTheWhole(long seed) {
        Given given = new Given(seed);
        List<Identifier> named = List.copyOf(given.named());

        for (int i = 0; i < named.size(); i++) {
            Identifier one = named.get(i);
            Identifier other = named.get((i * 7 + 1) % named.size());
            assertThat(given.around(new HashSet<>(List.of(one, other)))
                            .evidence()
                            .explain(one, other))
                    .as("seed %d, %s, %s", seed, one, other)
                    .isEqualTo(given.whole.explain(one, other));
        }
    }

    /** Deliveries, commands, and what follows from all of them at once. */
    private static final class Given {
        private final List<Event> deliveries;
        private final LaidDown laidDown = new LaidDown(ORDER);
        private final EvidenceGraph whole;

        Given(long seed) {
            Random random = new Random(seed);
            Deliveries source = new Deliveries(random);
            this.deliveries = source.some();
            for (int i = random.nextInt(6); i > 0; i--) {
                laidDown.add(source.command(deliveries.get(random.nextInt(deliveries.size()))));
            }
            Set<Identifier> blocked = Hubs.of(deliveries, RULES, laidDown.facts());
            this.whole = new EvidenceGraph(standing(), RULES, laidDown.facts().withdrawn(), blocked);
        }

        private Collection<Event> standing() {
            StandingEvents standing = new StandingEvents();
            deliveries.forEach(standing::take);
            return standing.events();
        }

        /** By events that stand; what only an earlier delivery has named is nobody's. */
        Set<Identifier> named() {
            return standing().stream()
                    .flatMap(event -> event.identifiers().stream())
                    .collect(Collectors.toSet());
        }

        Neighbourhood ofConflicts() {
            return Neighbourhood.ofConflicts(deliveries::forEach, laidDown, RULES);
        }

        Neighbourhood around(Set<Identifier> asked) {
            return Neighbourhood.around(asked, deliveries::forEach, laidDown, RULES);
        }

        Optional<Customer> customer(Identifier named) {
            return whole.customers().stream()
                    .filter(customer -> customer.since().containsKey(named))
                    .findFirst();
        }
    }

    private record Plain(String customerId, Map<Identifier, Long> since, Set<Event> events) {}

    private static Plain plain(Customer customer) {
        return new Plain(customer.customerId(), customer.since(), Set.copyOf(customer.events()));
    }

    private static List<Conflict> conflicts(EvidenceGraph graph, Identifier of) {
        return graph.conflicts().stream()
                .filter(conflict -> {
                    Pair pair = conflict.evidence().pair();
                    return pair.stronger().equals(of) || pair.weaker().equals(of);
                })
                .toList();
    }
}
