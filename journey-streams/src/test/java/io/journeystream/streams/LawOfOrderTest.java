package io.journeystream.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.Definitions;
import io.journeystream.events.Event;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.identity.StandingFacts;
import io.journeystream.journeys.Journey;
import io.journeystream.streams.ledger.LedgerView;
import io.journeystream.streams.publishing.Pace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The law of order (docs/semantics.md, section 2): what is live at the end depends on the events and the last tick, not
 * on their order, repetition, partitions, restarts or the pace of publishing.
 */
class LawOfOrderTest {
    private static final List<Integer> PARTITIONS = List.of(1, 3, 8);
    private static final long END = RandomEvents.BEGIN + 24 * 75 * RandomEvents.HOUR;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 80);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_live_view_is_that_of_a_plain_recomputation(long seed) {
        Random random = new Random(seed);
        RandomEvents events = new RandomEvents(random);
        List<Event> deliveries = events.deliveries(5 + random.nextInt(40));
        List<Event> standing = events.standing(deliveries);
        try (StitchingDriver driver = new StitchingDriver(partitions(random), pace(random))) {
            deliverAll(driver, deliveries, random);
            driver.tick(END);
            driver.settle();

            Map<String, Journey> recomputed = LiveView.recomputed(evidence(standing), Definitions.STANDARD, END);
            assertThat(LiveView.of(driver.published())).as("seed %d", seed).isEqualTo(recomputed);
            HealthLaw.assertHolds(seed, random, driver.published(), recomputed.values());
            assertBalanced(seed, driver.ledger(), deliveries, standing);
            LiveView.assertSupersededLeadToOthers(seed, driver.published());
            assertNothingIsSaidTwice(seed, driver.published());
        }
    }

    private static int partitions(Random random) {
        return PARTITIONS.get(random.nextInt(PARTITIONS.size()));
    }

    private static Pace pace(Random random) {
        return new Pace(
                random.nextBoolean() ? Duration.ZERO : Duration.ofSeconds(1),
                Duration.ofMillis(50),
                1 + random.nextInt(3),
                random.nextBoolean() ? null : new Pace.Early(Duration.ofMillis(300), 3));
    }

    private static void deliverAll(StitchingDriver driver, List<Event> deliveries, Random random) {
        for (Event event : deliveries) {
            deliver(driver, event, random);
            for (int i = random.nextInt(4); i > 0 && driver.carryOne(random::nextInt); ) {
                i--;
            }
            switch (random.nextInt(20)) {
                case 0, 1, 2, 3 -> driver.pass(Duration.ofMillis(random.nextInt(1500)));
                case 4, 5 -> driver.tick(random.nextInt(driver.partitions()), someTime(random));
                case 6 -> {
                    if (random.nextInt(4) == 0) {
                        driver.restart();
                    }
                }
                default -> {}
            }
        }
    }

    private static void deliver(StitchingDriver driver, Event event, Random random) {
        if (random.nextInt(3) == 0) {
            driver.send(event, "elsewhere".getBytes(StandardCharsets.UTF_8), random.nextInt(driver.partitions()));
        } else {
            driver.send(event);
        }
    }

    private static long someTime(Random random) {
        return RandomEvents.BEGIN + random.nextInt(24 * 75) * RandomEvents.HOUR;
    }

    private static EvidenceGraph evidence(List<Event> standing) {
        return new EvidenceGraph(standing, Definitions.STANDARD.identity(), StandingFacts.NONE);
    }

    private static void assertBalanced(long seed, LedgerView ledger, List<Event> deliveries, List<Event> standing) {
        assertThat(ledger.isBalanced()).as("seed %d: %s", seed, ledger).isTrue();
        assertThat(ledger.received()).as("seed %d", seed).isEqualTo(deliveries.size());
        assertThat(ledger.rejected()).as("seed %d", seed).isZero();
        assertThat(ledger.customers())
                .as("seed %d", seed)
                .isEqualTo(evidence(standing).customers().size());
        assertThat(ledger.watermark()).as("seed %d", seed).isEqualTo(END);
    }

    private static void assertNothingIsSaidTwice(long seed, List<Journey> published) {
        Map<String, Journey> last = new HashMap<>();
        for (Journey journey : published) {
            Journey before = last.put(journey.getJourneyId(), journey);
            assertThat(before == null ? null : LiveView.withoutHistory(before))
                    .as("seed %d", seed)
                    .isNotEqualTo(LiveView.withoutHistory(journey));
        }
    }
}
