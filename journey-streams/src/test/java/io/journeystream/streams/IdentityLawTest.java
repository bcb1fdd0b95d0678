package io.journeystream.streams;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.IdentityRules;
import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Customer;
import io.journeystream.identity.Erasures;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.identity.HashedName;
import io.journeystream.identity.Hubs;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.Identity;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.identity.IdentityCommandKind;
import io.journeystream.identity.IdentityResult;
import io.journeystream.identity.StandingFacts;
import io.journeystream.journeys.Journey;
import io.journeystream.registry.InMemoryRegistry;
import io.journeystream.streams.clusters.EventHash;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.publishing.KeptBudget;
import io.journeystream.streams.publishing.Pace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The law of order with identity (docs/semantics.md, sections 2 and 3): clusters that unite in every order, hubs and
 * conflicts that form on the way, commands, messages between partitions that overtake events.
 */
class IdentityLawTest {
    private static final List<Integer> PARTITIONS = List.of(1, 3, 8);
    private static final long END = RandomEvents.BEGIN + 24 * 75 * RandomEvents.HOUR;
    /** Nothing is kept in memory, little, all. */
    private static final List<Integer> KEPT = List.of(0, 12, 10_000);

    private static final StandingDefinitions FIRST = RandomDefinitions.first();
    private static final Identifiers ORDER = new Identifiers(FIRST.definitions().identity());

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 240);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_live_view_is_that_of_a_plain_recomputation(long seed) {
        Random random = new Random(seed);
        RandomEvents events = new RandomEvents(random, new RandomPeople(random));
        List<Event> deliveries = events.deliveries(3 + random.nextInt(40));
        RandomCommands commands = new RandomCommands(random, ORDER, deliveries);
        RandomDefinitions changes = new RandomDefinitions(random);
        try (StitchingDriver driver = driver(random)) {
            deliverAll(driver, deliveries, commands.all(), changes, random);
            driver.tick(END);
            driver.settle();

            Definitions definitions = changes.latest().definitions();
            Erased erased = new Erased(driver);
            List<Event> accepted = erased.accepted(deliveries);
            EvidenceGraph evidence = evidence(
                    driver, erased, accepted, events.standing(accepted), commands.standing(), definitions.identity());
            Map<String, Journey> recomputed = LiveView.recomputed(evidence, definitions, END);
            assertThat(LiveView.of(driver.published())).as("seed %d", seed).isEqualTo(recomputed);
            HealthLaw.assertHolds(seed, random, driver.published(), recomputed.values());
            assertThat(driver.identities()).as("seed %d", seed).containsExactlyInAnyOrderEntriesOf(named(evidence));
            assertThat(driver.ledger().isBalanced())
                    .as("seed %d: %s", seed, driver.ledger())
                    .isTrue();
            assertThat(driver.ledger().customers())
                    .as("seed %d", seed)
                    .isEqualTo(evidence.customers().size());
            assertAnswered(seed, driver.answers(), commands.all());
            assertThat(driver.ledger().get(Count.CONTACTS))
                    .as("seed %d", seed)
                    .isEqualTo(contacts(evidence, definitions));
            LiveView.assertSupersededLeadToOthers(seed, driver.published());
            assertErased(seed, erased, evidence, accepted, driver.erasures());
        }
    }

    /**
     * Neighbours are counted in all deliveries, also those that a higher revision has replaced. What was deleted stays
     * deleted, whoever is blocked or unblocked later.
     */
    private static EvidenceGraph evidence(
            StitchingDriver driver,
            Erased erased,
            List<Event> accepted,
            List<Event> standing,
            StandingFacts facts,
            IdentityRules rules) {
        Set<Identifier> blocked = Hubs.of(accepted, rules, facts);
        Map<String, Long> deleted = erased.revisions();
        List<Event> left =
                standing.stream().filter(event -> !Erased.isIn(deleted, event)).toList();
        return new EvidenceGraph(left, rules, facts.withdrawn(), blocked, driver.erasures());
    }

    private static void assertAnswered(long seed, List<IdentityResult> answers, List<IdentityCommand> commands) {
        Map<String, Set<IdentityResult>> byCommand =
                answers.stream().collect(groupingBy(IdentityResult::getCommandId, toSet()));
        for (IdentityCommand command : commands) {
            assertThat(byCommand).as("seed %d", seed).containsKey(command.getId());
            if (command.getKind() == IdentityCommandKind.ERASE) {
                assertThat(byCommand.get(command.getId())).as("seed %d", seed).hasSize(1);
            }
        }
    }

    /** Nothing is left of what is erased, and nothing is deleted of which no name was erased. */
    private static void assertErased(
            long seed, Erased erased, EvidenceGraph evidence, List<Event> accepted, Erasures erasures) {
        assertThat(evidence.erased()).as("seed %d", seed).isEmpty();
        for (Event event : erased.kept()) {
            assertThat(event.identifiers())
                    .as("seed %d", seed)
                    .noneMatch(name -> !HashedName.is(name) && erasures.cover(name, event.occurredAt()));
        }
        erased.revisions()
                .forEach((hash, revision) -> assertThat(accepted)
                        .as("seed %d", seed)
                        .anyMatch(event -> EventHash.hex(event).equals(hash)
                                && event.revision() == revision
                                && event.identifiers().stream()
                                        .anyMatch(name -> erasures.cover(name, event.occurredAt()))));
    }

    private static Map<String, Identity> named(EvidenceGraph evidence) {
        Map<String, Identity> named = new HashMap<>();
        for (Customer customer : evidence.customers()) {
            customer.since()
                    .forEach((identifier, since) -> named.put(
                            new String(Identifiers.key(identifier), StandardCharsets.UTF_8),
                            new Identity(identifier, customer.customerId(), Instant.ofEpochMilli(since))));
        }
        return named;
    }

    private static StitchingDriver driver(Random random) {
        Pace pace = new Pace(
                random.nextBoolean() ? Duration.ZERO : Duration.ofSeconds(1),
                Duration.ofMillis(50),
                1 + random.nextInt(3),
                random.nextBoolean() ? null : new Pace.Early(Duration.ofMillis(300), 3));
        int partitions = PARTITIONS.get(random.nextInt(PARTITIONS.size()));
        KeptBudget kept = new KeptBudget(KEPT.get(random.nextInt(KEPT.size())));
        return new StitchingDriver(FIRST, partitions, pace, new InMemoryRegistry(), kept);
    }

    private static void deliverAll(
            StitchingDriver driver,
            List<Event> deliveries,
            List<IdentityCommand> commands,
            RandomDefinitions changes,
            Random random) {
        List<Runnable> unheard = new ArrayList<>();
        List<IdentityCommand> left = new ArrayList<>(commands);
        for (Event event : deliveries) {
            while (!left.isEmpty() && random.nextInt(5) == 0) {
                command(driver, left.remove(0), random);
            }
            deliver(driver, event, random);
            carrySome(driver, random);
            if (random.nextInt(25) == 0) {
                define(driver, changes.next(), unheard, random);
            }
            if (!unheard.isEmpty() && random.nextBoolean()) {
                unheard.remove(random.nextInt(unheard.size())).run();
            }
            switch (random.nextInt(20)) {
                case 0, 1, 2, 3 -> driver.pass(Duration.ofMillis(random.nextInt(1500)));
                case 4, 5 -> driver.tick(random.nextInt(driver.partitions()), someTime(random));
                case 6 -> {
                    if (random.nextInt(4) == 0) {
                        driver.restart(random.nextBoolean() ? FIRST : changes.latest());
                    }
                }
                default -> {}
            }
        }
        left.forEach(command -> command(driver, command, random));
        unheard.forEach(Runnable::run);
        while (driver.carryOne(random::nextInt)) {
            if (random.nextInt(8) == 0) {
                driver.pass(Duration.ofMillis(random.nextInt(1500)));
            }
        }
    }

    /** They reach each partition at another time, now and then twice. */
    private static void define(
            StitchingDriver driver, StandingDefinitions laidDown, List<Runnable> unheard, Random random) {
        for (int partition = 0; partition < driver.partitions(); partition++) {
            int number = partition;
            for (int times = 1 + random.nextInt(2); times > 0; times--) {
                unheard.add(() -> driver.define(laidDown, number));
            }
        }
    }

    private static void command(StitchingDriver driver, IdentityCommand command, Random random) {
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            driver.send(command, random.nextInt(driver.partitions()));
        }
    }

    private static void deliver(StitchingDriver driver, Event event, Random random) {
        if (random.nextInt(3) == 0) {
            driver.send(event, "elsewhere".getBytes(StandardCharsets.UTF_8), random.nextInt(driver.partitions()));
        } else {
            driver.send(event);
        }
    }

    private static void carrySome(StitchingDriver driver, Random random) {
        int some = random.nextInt(6);
        while (some > 0 && driver.carryOne(random::nextInt)) {
            some--;
        }
    }

    private static long someTime(Random random) {
        return RandomEvents.BEGIN + random.nextInt(24 * 75) * RandomEvents.HOUR;
    }

    private static long contacts(EvidenceGraph evidence, Definitions definitions) {
        return LiveView.recomputed(evidence, definitions, END).values().stream()
                .mapToLong(Journey::getContactCount)
                .sum();
    }
}
