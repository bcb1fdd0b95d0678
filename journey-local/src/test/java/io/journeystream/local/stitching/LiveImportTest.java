package io.journeystream.local.stitching;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.ingest.imports.ImportProgress;
import io.journeystream.ingest.imports.ImportSettings;
import io.journeystream.ingest.imports.LiveImport;
import io.journeystream.ingest.imports.LiveImportSettings;
import io.journeystream.ingest.producing.ProducerSettings;
import io.journeystream.journeys.Cause;
import io.journeystream.journeys.Journey;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.streams.StitchingService;
import io.journeystream.streams.StitchingSettings;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.LedgerView;
import io.journeystream.topics.GroupLag;
import io.journeystream.topics.ImportId;
import io.journeystream.topics.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports into a system that runs, or does not run yet, on a real broker. */
class LiveImportTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int ROWS = 1_000;
    private static final int MOST_UNREAD = 200;

    @TempDir
    private Path directory;

    private final Queue<String> reasons = new ConcurrentLinkedQueue<>();

    @Test
    void it_waits_for_stitching_ends_and_the_same_again_changes_nothing() throws Exception {
        try (LocalStack stack = LocalStack.start(StackSettings.temporary())) {
            FutureTask<Boolean> first = new FutureTask<>(() -> imported(stack));
            new Thread(first, "import").start();
            awaitReason();
            assertThat(reasons).first().asString().contains("no group journeystream-stitching");
            assertThat(written(stack)).isEqualTo(MOST_UNREAD);

            try (StitchingService stitching = service(stack)) {
                stitching.start();
                assertThat(first.get()).isTrue();
                assertThat(stitching.awaitDrained(PATIENCE)).isTrue();
                Map<String, Journey> once = Published.live(stack);
                assertThat(once).hasSize(ROWS);
                assertThat(once.values()).allMatch(journey -> journey.getCause() == Cause.IMPORT);

                assertThat(imported(stack)).isTrue();
                assertThat(stitching.awaitDrained(PATIENCE)).isTrue();
                assertThat(Published.live(stack)).isEqualTo(once);
                LedgerView ledger = stitching.ledger().orElseThrow();
                assertThat(ledger.isBalanced()).as("%s", ledger).isTrue();
                assertThat(ledger.duplicates()).isEqualTo(ROWS);
            }
        }
    }

    @Test
    void one_that_was_left_open_can_be_given_up_or_ended() throws Exception {
        try (LocalStack stack = LocalStack.start(StackSettings.temporary());
                Producing producing = new Producing(stack);
                StitchingService stitching = service(stack)) {
            stitching.start();
            producing.importedCall("left-1", "ada", 0);
            producing.importedCall("left-2", "bob", 0);
            producing.flush();

            try (LiveImport one = connect(stack, "left-1");
                    LiveImport two = connect(stack, "left-2")) {
                one.discard();
                two.end();
            }
            assertThat(stitching.awaitDrained(PATIENCE)).isTrue();

            assertThat(Published.live(stack).values())
                    .extracting(Journey::getCustomerId)
                    .containsExactly(Producing.customerId("bob"));
            LedgerView ledger = stitching.ledger().orElseThrow();
            assertThat(ledger.get(Count.DISCARDED)).isEqualTo(1);
            assertThat(ledger.isBalanced()).as("%s", ledger).isTrue();
        }
    }

    private boolean imported(LocalStack stack) throws Exception {
        Path file = directory.resolve("calls.ndjson");
        Files.writeString(
                file, IntStream.range(0, ROWS).mapToObj(LiveImportTest::row).collect(Collectors.joining("\n")));
        try (LiveImport live = connect(stack, "calls")) {
            return live.run(ImportSettings.of(file), identifiers(), ImportProgress.Listener.NONE)
                    .damage()
                    .isEmpty();
        }
    }

    private static String row(int number) {
        return "{\"type\":\"channel\",\"source\":\"acd\",\"eventId\":\"e" + number
                + "\",\"occurredAt\":\"2026-01-05T09:00:00Z\",\"identifiers\":[{\"type\":\"account\",\"value\":\"x"
                + number + "y\"}],\"channel\":\"phone\",\"contactId\":\"k" + number + "\",\"action\":\"STARTED\"}";
    }

    private LiveImport connect(LocalStack stack, String id) {
        return new LiveImport(
                new LiveImportSettings(
                        new ImportId(id),
                        ProducerSettings.of(stack.bootstrapServers()),
                        Map.of("bootstrap.servers", stack.bootstrapServers()),
                        "journeystream-stitching",
                        MOST_UNREAD),
                stack.schemaRegistry(),
                Clock.systemUTC(),
                reasons::add);
    }

    private static IdentifierSettings identifiers() {
        return new IdentifierSettings(IdentityRules.STANDARD, null, Map.of(), null);
    }

    private StitchingService service(LocalStack stack) {
        return new StitchingService(
                StitchingSettings.of(stack.bootstrapServers(), directory.resolve("state")),
                StandingDefinitions.STANDARD,
                stack.schemaRegistry());
    }

    private void awaitReason() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (reasons.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
    }

    private static long written(LocalStack stack) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            GroupLag nobody = new GroupLag(admin, "nobody");
            return nobody.of(nobody.partitions(Topics.EVENTS));
        }
    }
}
