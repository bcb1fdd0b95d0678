package io.journeystream.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.events.Operation;
import io.journeystream.events.OperationalEvent;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.identity.IdentityCommandKind;
import io.journeystream.registry.InMemoryRegistry;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.LedgerView;
import io.journeystream.streams.publishing.KeptBudget;
import io.journeystream.streams.publishing.Pace;
import io.journeystream.topics.Partitioning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two clusters of a thousand identifiers and ten thousand events each become one, and what shares a cookie does not. */
class LargeClustersTest {
    private static final Logger LOG = LoggerFactory.getLogger(LargeClustersTest.class);
    private static final int IDENTIFIERS = 1_000;
    private static final int EVENTS = 10_000;
    private static final int PARTITIONS = 3;

    /** What the routing topic takes. */
    private static final int LARGEST_RECORD = 1_048_576;

    private static Event event(String id, Identifier... identifiers) {
        return new Event.Operational(OperationalEvent.newBuilder()
                .setSource("s")
                .setEventId(id)
                .setOccurredAt(Instant.parse("2026-01-05T00:00:00Z"))
                .setIdentifiers(List.of(identifiers))
                .setOperation(Operation.OTHER)
                .build());
    }

    private static Identifier identifier(String type, String value) {
        return new Identifier(type, value);
    }

    private static StitchingDriver driver(int partitions) {
        Pace pace = Pace.STANDARD.withInterval(Duration.ofHours(1));
        return new StitchingDriver(
                StandingDefinitions.STANDARD, partitions, pace, new InMemoryRegistry(), new KeptBudget(100_000));
    }

    private static void sendAll(StitchingDriver driver, int events, IntFunction<Event> event) {
        for (int i = 0; i < events; i++) {
            driver.send(event.apply(i));
        }
        driver.carryRouted();
    }

    /** E-mails tied to an account one by one: the account sees weaker identifiers only, and is no hub. */
    private static Event ofCluster(String account, int i) {
        String email = account + (i % IDENTIFIERS) + "@example.org";
        return event(account + i, identifier("account", account), identifier("email", email));
    }

    private static int partition(String account) {
        return Partitioning.of(Identifiers.key(identifier("account", account)), PARTITIONS);
    }

    @Test
    void two_large_clusters_become_one_in_records_that_kafka_takes() {
        String elsewhere = Stream.of("b", "c", "d", "e", "f")
                .filter(account -> partition(account) != partition("a"))
                .findFirst()
                .orElseThrow();
        try (StitchingDriver driver = driver(PARTITIONS)) {
            sendAll(driver, EVENTS, i -> ofCluster("a", i));
            sendAll(driver, EVENTS, i -> ofCluster(elsewhere, i));
            long began = System.nanoTime();

            driver.send(event("tie", identifier("account", "a"), identifier("account", elsewhere)));
            driver.carryRouted();

            LOG.info(
                    "{} events and {} identifiers handed over in {} ms, largest record {} bytes",
                    EVENTS,
                    IDENTIFIERS,
                    (System.nanoTime() - began) / 1_000_000,
                    driver.largestRouted());
            assertThat(driver.ledger().get(Count.UNITED)).isPositive();
            assertThat(driver.ledger().isBalanced()).isTrue();
            assertThat(driver.largestRouted()).isBetween(100_000, LARGEST_RECORD);
        }
    }

    @Test
    void a_command_that_overtakes_the_parts_of_a_cluster_erases_all_of_it() {
        Identifier account = identifier("account", "a");
        Identifier phone = Stream.of("1", "2", "3", "4", "5")
                .map(number -> identifier("phone", number))
                .filter(each -> Partitioning.of(Identifiers.key(each), PARTITIONS) != partition("a"))
                .findFirst()
                .orElseThrow();
        try (StitchingDriver driver = driver(PARTITIONS)) {
            sendAll(driver, EVENTS, i -> ofCluster("a", i));
            sendAll(driver, EVENTS, i -> event("p" + i, phone, identifier("cookie", "c" + i % IDENTIFIERS)));
            driver.send(event("tie", account, phone));
            for (int i = 0; i < 4; i++) {
                assertThat(driver.carryOne(queues -> 0)).isTrue();
            }

            driver.send(erase(phone), 0);
            assertThat(driver.ledger().get(Count.ERASED))
                    .as("parts are on their way")
                    .isZero();
            long began = System.nanoTime();
            driver.carryRouted();

            LOG.info("{} events erased in {} ms", 2 * EVENTS + 1, (System.nanoTime() - began) / 1_000_000);
            assertThat(driver.answers())
                    .singleElement()
                    .satisfies(
                            answer -> assertThat(answer.getErased().getEvents()).isEqualTo(2 * EVENTS + 1));
            driver.settle();
            assertThat(driver.ledger().customers()).isZero();
            assertThat(driver.ledger().isBalanced()).isTrue();
        }
    }

    private static IdentityCommand erase(Identifier whom) {
        return IdentityCommand.newBuilder()
                .setId("c")
                .setKind(IdentityCommandKind.ERASE)
                .setIdentifier(whom)
                .setAt(Instant.parse("2026-02-01T00:00:00Z"))
                .setBy("ada")
                .setReason("asked for it")
                .build();
    }

    @Test
    void a_cookie_that_a_thousand_accounts_share_unites_no_more_than_the_hub_limit() {
        try (StitchingDriver driver = driver(PARTITIONS)) {
            sendAll(
                    driver,
                    IDENTIFIERS,
                    i -> event("e" + i, identifier("account", "a" + i), identifier("cookie", "c")));
            driver.settle();

            assertThat(driver.ledger().get(Count.HUBS)).isOne();
            assertThat(driver.ledger().get(Count.UNITED))
                    .isLessThanOrEqualTo(Definitions.STANDARD.identity().hubLimit());
            assertThat(driver.ledger().customers()).isEqualTo(IDENTIFIERS);
        }
    }

    /** Three browsers each, of which a tenth is shared by three people whom chance brings together. */
    private static Event inSomeBrowser(int number, Random random) {
        int person = number % IDENTIFIERS;
        int browser = random.nextInt(3);
        int own = person * 3 + browser;
        int mixed = (int) (own * 7_919L % (3L * IDENTIFIERS));
        String cookie = mixed < 3 * IDENTIFIERS / 10 ? "shared" + mixed / 3 : "own" + mixed;
        return event("e" + number, identifier("account", "a" + person), identifier("cookie", cookie));
    }

    @Test
    void weak_identifiers_that_a_few_share_stay_harmless() {
        Random random = new Random(1);
        try (StitchingDriver driver = driver(PARTITIONS)) {
            long began = System.nanoTime();
            sendAll(driver, EVENTS, i -> inSomeBrowser(i, random));
            driver.settle();

            LedgerView ledger = driver.ledger();
            LOG.info(
                    "{} people, a tenth of whose browsers is shared by 3: {} events in {} ms, {} routed, clusters {}",
                    IDENTIFIERS,
                    EVENTS,
                    (System.nanoTime() - began) / 1_000_000,
                    ledger.get(Count.ROUTED_OUT),
                    clusters(ledger));
            assertThat(ledger.customers()).isEqualTo(IDENTIFIERS);
            assertThat(ledger.get(Count.CLUSTERS_OF_MORE)).isZero();
            assertThat(ledger.get(Count.ROUTED_OUT)).isLessThan(EVENTS / 2);
        }
    }

    private static Map<Count, Long> clusters(LedgerView ledger) {
        return ledger.counts().entrySet().stream()
                .filter(count -> count.getKey().name().startsWith("CLUSTERS_OF"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    @Test
    void nothing_is_routed_for_what_is_keyed_by_its_root_and_brings_nothing_new() {
        try (StitchingDriver driver = driver(PARTITIONS)) {
            sendAll(driver, 50, i -> event("first" + i, identifier("account", "a" + i), identifier("email", "e" + i)));
            long routed =
                    driver.ledger().get(Count.ROUTED_OUT) + driver.ledger().get(Count.MESSAGES_OUT);

            sendAll(
                    driver,
                    500,
                    i -> event("next" + i, identifier("account", "a" + i % 50), identifier("email", "e" + i % 50)));

            assertThat(driver.ledger().get(Count.ROUTED_OUT) + driver.ledger().get(Count.MESSAGES_OUT))
                    .isEqualTo(routed);
        }
    }
}
