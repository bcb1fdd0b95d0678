package io.journeystream.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random evidence against section 3 of docs/semantics.md read word by word, without any cleverness. */
class EvidenceGraphPropertiesTest {
    private static final IdentityRules RULES = new IdentityRules(
            List.of("account", "email", "phone", "device"), Map.of("account", 1, "email", 2), 3, 10_000);
    private static final Identifiers ORDER = new Identifiers(RULES);

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    private static List<Event> random(Random random) {
        Sightings sightings = new Sightings();
        int events = 1 + random.nextInt(25);
        for (int e = 0; e < events; e++) {
            List<Identifier> together = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                String type =
                        List.of("account", "email", "phone", "device", "badge").get(random.nextInt(5));
                together.add(new Identifier(type, String.valueOf(random.nextInt(5))));
            }
            sightings.seen("e" + e, random.nextInt(10), together);
        }
        return sightings.events();
    }

    private static StandingFacts randomFacts(Random random, List<Event> events) {
        List<Identifier> all = events.stream()
                .flatMap(event -> event.identifiers().stream())
                .distinct()
                .toList();
        if (all.size() < 4 || random.nextBoolean()) {
            return StandingFacts.NONE;
        }
        List<Identifier> some = new ArrayList<>(all);
        Collections.shuffle(some, random);
        return new StandingFacts(
                Set.of(Pair.of(some.get(0), some.get(1), ORDER)),
                Set.of(some.get(2)),
                Set.of(some.get(3)),
                randomErasures(random, all));
    }

    /** Some of them, each until a minute that lies between events. */
    private static Erasures randomErasures(Random random, List<Identifier> all) {
        Map<String, Long> until = new HashMap<>();
        all.stream()
                .filter(identifier -> random.nextInt(4) == 0)
                .forEach(identifier -> until.put(HashedName.hash(identifier), random.nextInt(12) * 60_000L));
        return new Erasures(until);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void customersAreThoseOfThePlainReading(int seed) {
        Random random = new Random(seed);
        List<Event> events = random(random);
        StandingFacts facts = randomFacts(random, events);

        EvidenceGraph graph = new EvidenceGraph(events, RULES, facts);

        assertThat(customers(graph.customers())).isEqualTo(new PlainReading(events, facts).customers());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfEventsDoesNotShow(int seed) {
        Random random = new Random(seed);
        List<Event> events = random(random);
        StandingFacts facts = randomFacts(random, events);
        EvidenceGraph graph = new EvidenceGraph(events, RULES, facts);
        List<Event> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);

        EvidenceGraph other = new EvidenceGraph(shuffled, RULES, facts);

        assertThat(customers(other.customers())).isEqualTo(customers(graph.customers()));
        assertThat(other.conflicts()).isEqualTo(graph.conflicts());
        assertThat(other.blocked()).isEqualTo(graph.blocked());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyExplanationIsBorneOutByTheCustomers(int seed) {
        Random random = new Random(seed);
        List<Event> events = random(random);
        EvidenceGraph graph = new EvidenceGraph(events, RULES, StandingFacts.NONE);
        PlainReading plain = new PlainReading(events, StandingFacts.NONE);
        for (Identifier one : plain.component.keySet()) {
            for (Identifier other : plain.component.keySet()) {
                if (!graph.blocked().contains(one) && !graph.blocked().contains(other)) {
                    boolean same = plain.of(one) == plain.of(other);
                    assertThat(graph.explain(one, other) instanceof Explanation.OneCustomer)
                            .isEqualTo(same);
                }
            }
        }
    }

    private static Map<String, Set<String>> customers(Collection<Customer> customers) {
        return customers.stream()
                .collect(Collectors.toMap(
                        Customer::customerId,
                        customer -> customer.events().stream()
                                .map(Event::eventId)
                                .collect(Collectors.toCollection(TreeSet::new))));
    }

    /** The same in the words of the page: quadratic and obvious. */
    private static final class PlainReading {
        private final List<Event> events;
        private final Set<Identifier> blocked;
        private final Erasures erasures;
        private final Map<Identifier, Set<Identifier>> component = new LinkedHashMap<>();

        PlainReading(List<Event> events, StandingFacts facts) {
            this.blocked = hubs(events, facts);
            this.erasures = facts.erasures();
            this.events = events.stream()
                    .filter(event -> !isErased(named(event).get(0), event))
                    .toList();
            this.events.forEach(event -> remaining(event).forEach(i -> component.put(i, new HashSet<>(Set.of(i)))));
            this.events.stream()
                    .flatMap(event -> remaining(event).stream()
                            .skip(1)
                            .map(weaker -> Evidence.of(new Pair(remaining(event).get(0), weaker), event)))
                    .filter(evidence -> !facts.withdrawn().contains(evidence.pair()))
                    .sorted(Evidence.order(ORDER))
                    .forEach(this::join);
        }

        private boolean isErased(Identifier identifier, Event event) {
            return event.occurredAt() <= erasures.until().getOrDefault(HashedName.hash(identifier), Long.MIN_VALUE);
        }

        private static Set<Identifier> hubs(List<Event> events, StandingFacts facts) {
            Set<Identifier> hubs = new HashSet<>(facts.blocked());
            for (Identifier hub : events.stream()
                    .flatMap(event -> event.identifiers().stream())
                    .collect(Collectors.toSet())) {
                long neighbours = events.stream()
                        .filter(event -> event.identifiers().contains(hub))
                        .flatMap(event -> event.identifiers().stream())
                        .filter(other -> !other.equals(hub))
                        .filter(other -> other.getType().equals(hub.getType()) || ORDER.compare(other, hub) < 0)
                        .distinct()
                        .count();
                if (neighbours > RULES.hubLimit() && !facts.unblocked().contains(hub)) {
                    hubs.add(hub);
                }
            }
            return hubs;
        }

        private List<Identifier> remaining(Event event) {
            return named(event).stream().filter(name -> !isErased(name, event)).toList();
        }

        private List<Identifier> named(Event event) {
            List<Identifier> sorted =
                    event.identifiers().stream().distinct().sorted(ORDER).toList();
            List<Identifier> left =
                    sorted.stream().filter(i -> !blocked.contains(i)).toList();
            return left.isEmpty() ? sorted.subList(0, 1) : left;
        }

        private Set<Identifier> of(Identifier identifier) {
            return component.getOrDefault(identifier, Set.of());
        }

        private void join(Evidence evidence) {
            Set<Identifier> union = new HashSet<>(of(evidence.pair().stronger()));
            union.addAll(of(evidence.pair().weaker()));
            boolean breaks = RULES.limits().entrySet().stream()
                    .anyMatch(limit -> union.stream()
                                    .filter(i -> i.getType().equals(limit.getKey()))
                                    .count()
                            > limit.getValue());
            if (!breaks) {
                union.forEach(i -> component.put(i, union));
            }
        }

        Map<String, Set<String>> customers() {
            Map<String, Set<String>> customers = new HashMap<>();
            for (Event event : events) {
                Identifier strongest =
                        of(remaining(event).get(0)).stream().min(ORDER).orElseThrow();
                customers
                        .computeIfAbsent(Identifiers.customerId(strongest), id -> new TreeSet<>())
                        .add(event.eventId());
            }
            return customers;
        }
    }
}
