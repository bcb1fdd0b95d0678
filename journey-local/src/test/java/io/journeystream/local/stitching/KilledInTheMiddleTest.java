package io.journeystream.local.stitching;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.Definitions;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.identity.StandingFacts;
import io.journeystream.journeys.Cause;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.Journeys;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.streams.StitchingService;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.LedgerView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exactly once: a JVM killed in the middle, transactions open and clusters on their way from partition to partition,
 * leaves no trace in any number.
 */
class KilledInTheMiddleTest {
    private static final int PEOPLE = 1_500;
    private static final int CALLS = 9_000;
    private static final int AGAIN = 2_000;
    private static final Definitions DEFINITIONS = Definitions.STANDARD;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void all_is_as_at_once_and_without_a_kill_though_the_jvm_was_killed_twice(@TempDir Path directory)
            throws Exception {
        Path state = directory.resolve("state");
        try (LocalStack stack = LocalStack.start(StackSettings.temporary());
                Producing producing = new Producing(stack)) {
            List<Event> calls = produce(producing);
            for (int part = 1; part <= 2; part++) {
                try (StitchingProcess process = StitchingProcess.start(stack, state, directory.resolve("progress"))) {
                    long received = process.awaitReceived((long) part * (CALLS + AGAIN) / 4);
                    assertThat(received).as("killed in the middle").isLessThan(CALLS + AGAIN);
                    process.kill();
                }
            }

            LedgerView ledger = drained(stack, state);

            EvidenceGraph evidence = new EvidenceGraph(calls, DEFINITIONS.identity(), StandingFacts.NONE);
            assertThat(ledger.received()).isEqualTo(CALLS + AGAIN);
            assertThat(ledger.processed()).isEqualTo(CALLS);
            assertThat(ledger.duplicates()).isEqualTo(AGAIN);
            assertThat(ledger.isBalanced()).isTrue();
            assertThat(ledger.customers()).isEqualTo(evidence.customers().size());
            assertThat(ledger.get(Count.UNITED)).as("clusters were handed over").isPositive();
            assertThat(withoutHistory(Published.live(stack))).isEqualTo(recomputed(evidence));
            assertThat(Published.all(stack))
                    .as("records committed are records counted")
                    .hasSize(Math.toIntExact(ledger.get(Count.PUBLISHED) + ledger.get(Count.SUPERSEDED)));
        }
    }

    /** Calls of many people under one to three of their names, well placed or not, some twice. */
    private static List<Event> produce(Producing producing) {
        Random random = new Random(1);
        List<ChannelEvent> calls = new ArrayList<>();
        for (int call = 0; call < CALLS; call++) {
            List<Identifier> names = someNames(call % PEOPLE, random);
            Identifier key = names.get(random.nextInt(names.size()));
            calls.add(producing.call(names, key, call * Producing.MINUTE));
        }
        for (int again = 0; again < AGAIN; again++) {
            producing.again(calls.get(random.nextInt(CALLS)));
        }
        producing.tick(CALLS * Producing.MINUTE);
        producing.flush();
        return calls.stream().<Event>map(Event.Channel::new).toList();
    }

    /** Now and then somebody calls from a neighbour's telephone. */
    private static List<Identifier> someNames(int person, Random random) {
        int telephone = random.nextInt(30) == 0 ? (person + 1) % PEOPLE : person;
        List<Identifier> names = new ArrayList<>(List.of(
                new Identifier("account", "a" + person),
                new Identifier("phone", "p" + telephone),
                new Identifier("cookie", "c" + person)));
        Collections.shuffle(names, random);
        return names.subList(0, 1 + random.nextInt(names.size()));
    }

    private static Map<String, Journey> recomputed(EvidenceGraph evidence) {
        Map<String, Journey> recomputed = new HashMap<>();
        new Journeys(DEFINITIONS)
                .of(evidence, Producing.BEGIN + CALLS * Producing.MINUTE)
                .forEach(computed -> recomputed.put(computed.journey().getJourneyId(), computed.journey()));
        return recomputed;
    }

    private static Map<String, Journey> withoutHistory(Map<String, Journey> live) {
        Map<String, Journey> comparable = new HashMap<>();
        live.forEach((id, journey) -> comparable.put(
                id,
                Journey.newBuilder(journey)
                        .setCorrected(false)
                        .setCause(Cause.EVENT)
                        .build()));
        return comparable;
    }

    private static LedgerView drained(LocalStack stack, Path state) throws InterruptedException {
        try (StitchingService stitching = new StitchingService(
                StitchingProcess.settings(stack.bootstrapServers(), state), DEFINITIONS, stack.schemaRegistry())) {
            stitching.start();
            assertThat(stitching.awaitDrained(PATIENCE)).isTrue();
            return stitching.ledger().orElseThrow();
        }
    }
}
