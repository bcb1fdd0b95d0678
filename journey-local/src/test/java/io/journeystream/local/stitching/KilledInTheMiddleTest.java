package io.journeystream.local.stitching;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.DefinitionsFile;
import io.journeystream.definitions.Reading;
import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.health.Contribution;
import io.journeystream.health.Flow;
import io.journeystream.health.Health;
import io.journeystream.health.HealthCell;
import io.journeystream.health.HealthRecords;
import io.journeystream.identity.Customer;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.Identity;
import io.journeystream.journeys.Cause;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.Journeys;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.registry.AvroSerializer.Registration;
import io.journeystream.serve.definitions.DefinitionsDesk;
import io.journeystream.streams.HealthService;
import io.journeystream.streams.StitchingService;
import io.journeystream.streams.StitchingSettings;
import io.journeystream.streams.health.HealthPace;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.LedgerView;
import io.journeystream.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exactly once: a JVM killed in the middle, transactions open, clusters on their way from partition to partition,
 * people's commands half obeyed and other definitions laid down meanwhile, leaves no trace in any number.
 */
class KilledInTheMiddleTest {
    private static final String LAID_DOWN = """
            channels: {phone: {cost-per-contact: 2.50, cost-per-minute: 0.40}}
            defaults: {gap: 2h}
            journeys: [{type: money, team: payments, intents: [billing]}]
            """;
    private static final Definitions DEFINITIONS = written().definitions();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void all_is_as_at_once_and_without_a_kill_though_the_jvm_was_killed_twice(@TempDir Path directory)
            throws Exception {
        Path state = directory.resolve("state");
        try (LocalStack stack = LocalStack.start(StackSettings.temporary());
                Producing producing = new Producing(stack)) {
            RandomCalls sent = RandomCalls.produce(producing);
            for (int part = 1; part <= 2; part++) {
                try (StitchingProcess process = StitchingProcess.start(stack, state, directory.resolve("progress"))) {
                    long received = process.awaitReceived((long) part * sent.deliveries() / 4);
                    assertThat(received).as("killed in the middle").isLessThan(sent.deliveries());
                    process.kill();
                }
                layDown(stack);
            }

            LedgerView ledger = drained(stack, state);

            EvidenceGraph evidence = new EvidenceGraph(
                    sent.calls(), DEFINITIONS.identity(), sent.facts(Published.latest(stack, Topics.ERASURES)));
            assertThat(ledger.received()).isEqualTo(sent.deliveries());
            assertThat(ledger.isBalanced()).isTrue();
            assertThat(ledger.customers()).isEqualTo(evidence.customers().size());
            assertThat(ledger.get(Count.UNITED)).as("clusters were handed over").isPositive();
            assertThat(ledger.get(Count.ERASED)).as("events were erased").isPositive();
            Map<String, Journey> recomputed = recomputed(evidence);
            assertThat(withoutHistory(Published.live(stack))).isEqualTo(recomputed);
            assertThat(Published.latest(stack, Topics.IDENTITIES)).isEqualTo(named(evidence));
            assertThat(Published.all(stack))
                    .as("records committed are records counted")
                    .hasSize(Math.toIntExact(ledger.get(Count.PUBLISHED)
                            + ledger.get(Count.SUPERSEDED)
                            + ledger.get(Count.ERASED_JOURNEYS)));
            assertHealth(stack, recomputed.values());
        }
    }

    private static WrittenDefinitions written() {
        byte[] content = LAID_DOWN.getBytes(StandardCharsets.UTF_8);
        return ((Reading.Read) DefinitionsFile.parse("journeys.yaml", content)).written();
    }

    private static void layDown(LocalStack stack) throws InterruptedException {
        Map<String, Object> kafka = Map.of("bootstrap.servers", stack.bootstrapServers());
        new DefinitionsDesk(kafka, kafka, stack.schemaRegistry(), Registration.REGISTER, Clock.systemUTC())
                .layDown(written(), "ada");
    }

    private static void assertHealth(LocalStack stack, Collection<Journey> journeys) {
        Health health = new Health();
        journeys.forEach(
                journey -> Contribution.of(journey).ifPresent(counts -> health.add(counts, DEFINITIONS.dimensions())));
        Map<String, String> teams = DEFINITIONS.teams();
        Map<String, HealthCell> cells = new HashMap<>();
        health.cells()
                .forEach((key, sums) -> cells.put(key.toString(), HealthRecords.of(key, teams.get(key.type()), sums)));
        Map<String, Flow> flows = new HashMap<>();
        health.flows()
                .forEach((key, sums) -> flows.put(key.toString(), HealthRecords.of(key, teams.get(key.type()), sums)));
        assertThat(cells).isNotEmpty();
        assertThat(Published.latest(stack, Topics.HEALTH)).isEqualTo(cells);
        assertThat(Published.latest(stack, Topics.FLOWS)).isEqualTo(flows);
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

    private static Map<String, Journey> recomputed(EvidenceGraph evidence) {
        Map<String, Journey> recomputed = new HashMap<>();
        new Journeys(DEFINITIONS)
                .of(evidence, Producing.BEGIN + RandomCalls.CALLS * Producing.MINUTE)
                .forEach(computed -> recomputed.put(computed.journey().getJourneyId(), computed.journey()));
        return withoutHistory(recomputed);
    }

    private static Map<String, Journey> withoutHistory(Map<String, Journey> live) {
        Map<String, Journey> comparable = new HashMap<>();
        live.forEach((id, journey) -> comparable.put(
                id,
                Journey.newBuilder(journey)
                        .setDefinitionsVersion("")
                        .setCorrected(false)
                        .setCause(Cause.EVENT)
                        .build()));
        return comparable;
    }

    private static LedgerView drained(LocalStack stack, Path state) throws InterruptedException {
        StitchingSettings settings = StitchingProcess.settings(stack.bootstrapServers(), state);
        try (StitchingService stitching =
                        new StitchingService(settings, StandingDefinitions.STANDARD, stack.schemaRegistry());
                HealthService health = new HealthService(
                        settings, StandingDefinitions.STANDARD, stack.schemaRegistry(), HealthPace.STANDARD)) {
            stitching.start();
            health.start();
            assertThat(stitching.awaitDrained(PATIENCE)).isTrue();
            assertThat(health.awaitDrained(PATIENCE)).isTrue();
            return stitching.ledger().orElseThrow();
        }
    }
}
