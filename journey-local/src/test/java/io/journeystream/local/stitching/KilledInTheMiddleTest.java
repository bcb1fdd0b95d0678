package io.journeystream.local.stitching;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.Definitions;
import io.journeystream.journeys.Journey;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.streams.StitchingService;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.LedgerView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exactly once: a JVM killed in the middle, transactions open, leaves no trace in any number. */
class KilledInTheMiddleTest {
    private static final int CUSTOMERS = 2_000;
    private static final int CALLS = 12_000;
    private static final int AGAIN = 3_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void totals_are_exact_though_the_jvm_was_killed_twice(@TempDir Path directory) throws Exception {
        Path state = directory.resolve("state");
        try (LocalStack stack = LocalStack.start(StackSettings.temporary());
                Producing producing = new Producing(stack)) {
            Map<String, Integer> expected = produce(producing);
            for (int part = 1; part <= 2; part++) {
                try (StitchingProcess process = StitchingProcess.start(stack, state, directory.resolve("progress"))) {
                    long received = process.awaitReceived((long) part * (CALLS + AGAIN) / 4);
                    assertThat(received).as("killed in the middle").isLessThan(CALLS + AGAIN);
                    process.kill();
                }
            }

            LedgerView ledger = drained(stack, state);

            assertThat(ledger.received()).isEqualTo(CALLS + AGAIN);
            assertThat(ledger.processed()).isEqualTo(CALLS);
            assertThat(ledger.duplicates()).isEqualTo(AGAIN);
            assertThat(ledger.isBalanced()).isTrue();
            assertThat(ledger.customers()).isEqualTo(CUSTOMERS);
            assertThat(contactsByJourney(stack)).isEqualTo(expected);
            assertThat(Published.all(stack))
                    .as("records committed are records counted")
                    .hasSize(Math.toIntExact(ledger.get(Count.PUBLISHED) + ledger.get(Count.SUPERSEDED)));
        }
    }

    /** Calls of many customers, well placed or not, some twice; returns calls by customer. */
    private static Map<String, Integer> produce(Producing producing) {
        Random random = new Random(1);
        Map<String, Integer> calls = new HashMap<>();
        List<String> callers = new ArrayList<>();
        for (int call = 0; call < CALLS; call++) {
            String customer = "a" + call % CUSTOMERS;
            long at = call * Producing.MINUTE;
            if (random.nextBoolean()) {
                producing.call(customer, at);
            } else {
                producing.misplacedCall(customer, at);
            }
            calls.merge(customer, 1, Integer::sum);
            callers.add(customer);
        }
        for (int again = 0; again < AGAIN; again++) {
            int call = random.nextInt(CALLS);
            producing.again(callers.get(call), call, call * Producing.MINUTE);
        }
        producing.tick(CALLS * Producing.MINUTE);
        producing.flush();
        return calls;
    }

    private static Map<String, Integer> contactsByJourney(LocalStack stack) {
        Map<String, Integer> customers = new HashMap<>();
        Map<String, Integer> names = new HashMap<>();
        for (Journey journey : Published.live(stack).values()) {
            customers.merge(journey.getCustomerId(), journey.getContactCount(), Integer::sum);
        }
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            String name = "a" + customer;
            Integer contacts = customers.get(Producing.customerId(name));
            names.put(name, contacts == null ? 0 : contacts);
        }
        return names;
    }

    private static LedgerView drained(LocalStack stack, Path state) throws InterruptedException {
        try (StitchingService stitching = new StitchingService(
                StitchingProcess.settings(stack.bootstrapServers(), state),
                Definitions.STANDARD,
                stack.schemaRegistry())) {
            stitching.start();
            assertThat(stitching.awaitDrained(PATIENCE)).isTrue();
            return stitching.ledger().orElseThrow();
        }
    }
}
