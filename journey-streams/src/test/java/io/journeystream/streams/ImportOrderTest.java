package io.journeystream.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.Definitions;
import io.journeystream.events.Event;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.identity.StandingFacts;
import io.journeystream.journeys.Cause;
import io.journeystream.journeys.Journey;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.LedgerView;
import io.journeystream.streams.publishing.Pace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The law of order with imports in it (docs/semantics.md, section 2): whoever brings an event, the live view at the end
 * is the same, and until the end mark it is as if the import did not exist.
 */
class ImportOrderTest {
    private static final List<Integer> PARTITIONS = List.of(1, 3, 8);
    private static final long END = RandomEvents.BEGIN + 24 * 75 * RandomEvents.HOUR;
    private static final String IMPORT = "export-1";

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void an_import_shows_only_after_its_mark_and_then_whole(long seed) {
        Run run = new Run(seed);
        try (StitchingDriver driver = run.driver()) {
            run.deliver(driver, run.beforeMark);
            driver.carryRouted();
            run.settleByTick(driver, END);
            assertView(seed, driver.published(), run.live);
            assertThat(driver.published()).as("seed %d", seed).noneMatch(j -> j.getCause() == Cause.IMPORT);
            assertThat(driver.ledger().keptAside()).as("seed %d", seed).isEqualTo(run.importedBeforeMark());
            assertBalanced(seed, driver.ledger(), run.beforeMark.size());

            int published = driver.published().size();
            run.endImport(driver);
            run.deliver(driver, run.afterMark);
            driver.carryRouted();
            driver.settle();

            assertView(seed, driver.published(), run.all());
            assertBalanced(seed, driver.ledger(), run.beforeMark.size() + run.afterMark.size());
            assertThat(driver.ledger().keptAside()).as("seed %d", seed).isZero();
            if (run.afterMark.stream().allMatch(Sent::imported)) {
                assertThat(driver.published()
                                .subList(published, driver.published().size()))
                        .as("seed %d", seed)
                        .allMatch(j -> j.getCause() == Cause.IMPORT);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void an_import_that_is_given_up_leaves_nothing_and_may_come_again(long seed) {
        Run run = new Run(seed);
        try (StitchingDriver driver = run.driver()) {
            run.deliver(driver, run.beforeMark);
            driver.carryRouted();
            for (int partition = 0; partition < driver.partitions(); partition++) {
                driver.discard(partition, IMPORT);
            }
            run.settleByTick(driver, END);
            assertView(seed, driver.published(), run.live);
            assertThat(driver.ledger().discarded()).as("seed %d", seed).isEqualTo(run.importedBeforeMark());

            run.beforeMark.stream().filter(Sent::imported).forEach(sent -> driver.send(sent.event(), IMPORT));
            driver.restart();
            run.deliver(driver, run.afterMark);
            driver.carryRouted();
            run.endImport(driver);
            driver.settle();

            assertView(seed, driver.published(), run.all());
            assertBalanced(
                    seed, driver.ledger(), run.beforeMark.size() + run.afterMark.size() + run.importedBeforeMark());
        }
    }

    private static void assertView(long seed, List<Journey> published, List<Event> standing) {
        EvidenceGraph evidence = new EvidenceGraph(standing, Definitions.STANDARD.identity(), StandingFacts.NONE);
        assertThat(LiveView.of(published))
                .as("seed %d", seed)
                .isEqualTo(LiveView.recomputed(evidence, Definitions.STANDARD, END));
    }

    private static void assertBalanced(long seed, LedgerView ledger, long received) {
        assertThat(ledger.isBalanced()).as("seed %d: %s", seed, ledger).isTrue();
        assertThat(ledger.received()).as("seed %d", seed).isEqualTo(received);
        assertThat(ledger.rejected()).as("seed %d", seed).isZero();
    }

    private record Sent(Event event, boolean imported) {}

    /** One random history: what comes before the end mark and after it, live and imported. */
    private static final class Run {
        private final Random random;
        private final RandomEvents events;
        private final List<Sent> beforeMark = new ArrayList<>();
        private final List<Sent> afterMark = new ArrayList<>();
        private final List<Event> live;

        Run(long seed) {
            this.random = new Random(seed);
            this.events = new RandomEvents(random);
            int share = 1 + random.nextInt(9);
            boolean liveGoesOn = random.nextBoolean();
            for (Event event : events.deliveries(5 + random.nextInt(40))) {
                boolean imported = random.nextInt(10) < share;
                boolean late = random.nextInt(6) == 0 && (imported || liveGoesOn);
                (late ? afterMark : beforeMark).add(new Sent(event, imported));
            }
            this.live = standing(
                    beforeMark.stream().filter(sent -> !sent.imported()).toList());
        }

        List<Event> all() {
            List<Sent> all = new ArrayList<>(beforeMark);
            all.addAll(afterMark);
            return standing(all);
        }

        private List<Event> standing(List<Sent> sent) {
            return events.standing(sent.stream().map(Sent::event).toList());
        }

        long importedBeforeMark() {
            return beforeMark.stream().filter(Sent::imported).count();
        }

        StitchingDriver driver() {
            Pace pace = new Pace(
                    random.nextBoolean() ? Duration.ZERO : Duration.ofSeconds(1),
                    Duration.ofMillis(50),
                    1 + random.nextInt(3),
                    null);
            return new StitchingDriver(PARTITIONS.get(random.nextInt(PARTITIONS.size())), pace);
        }

        void deliver(StitchingDriver driver, List<Sent> deliveries) {
            for (Sent sent : deliveries) {
                byte[] key = "elsewhere".getBytes(StandardCharsets.UTF_8);
                int elsewhere = random.nextInt(driver.partitions());
                boolean misplaced = random.nextInt(3) == 0;
                if (sent.imported() && misplaced) {
                    driver.send(sent.event(), IMPORT, key, elsewhere);
                } else if (sent.imported()) {
                    driver.send(sent.event(), IMPORT);
                } else if (misplaced) {
                    driver.send(sent.event(), key, elsewhere);
                } else {
                    driver.send(sent.event());
                }
                somethingElse(driver);
            }
        }

        private void somethingElse(StitchingDriver driver) {
            switch (random.nextInt(20)) {
                case 0, 1, 2 -> driver.pass(Duration.ofMillis(random.nextInt(1500)));
                case 3 -> driver.tick(random.nextInt(driver.partitions()), RandomEvents.BEGIN);
                case 4 -> driver.restart();
                default -> {}
            }
        }

        void settleByTick(StitchingDriver driver, long time) {
            driver.tick(time);
            driver.settle();
            assertThat(driver.ledger().get(Count.MERGING)).isZero();
        }

        /** The marks reach the partitions at different times, and the merge may be interrupted by a restart. */
        void endImport(StitchingDriver driver) {
            for (int partition = 0; partition < driver.partitions(); partition++) {
                driver.end(partition, IMPORT, RandomEvents.BEGIN);
                if (random.nextInt(3) == 0) {
                    driver.pass(Duration.ofMillis(20));
                }
                if (random.nextInt(4) == 0) {
                    driver.restart();
                }
            }
        }
    }
}
