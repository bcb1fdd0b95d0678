package io.journeystream.local.stitching;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.Maturity;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.rejects.RejectReason;
import io.journeystream.streams.StitchingService;
import io.journeystream.streams.StitchingSettings;
import io.journeystream.streams.ledger.LedgerView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stitching as it runs in production: exactly-once, on a real broker, with its state in RocksDB. */
class StitchingOnKafkaTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void events_become_journeys_wherever_they_lie_and_mature_by_the_clock(@TempDir Path directory) throws Exception {
        try (LocalStack stack = LocalStack.start(StackSettings.temporary());
                Producing producing = new Producing(stack)) {
            for (int customer = 0; customer < 50; customer++) {
                producing.call("a" + customer, customer * Producing.MINUTE);
                producing.misplacedCall("a" + customer, customer * Producing.MINUTE + Producing.DAY);
            }
            producing.bytes("not avro");
            producing.bytes("\0\0\0\17\102 written with schema 3906, which nobody registered");
            producing.tick(10 * Producing.DAY);
            producing.flush();

            LedgerView ledger = drained(stack, directory);

            assertThat(ledger.isBalanced()).as("%s", ledger).isTrue();
            assertThat(ledger.received()).isEqualTo(102);
            assertThat(ledger.rejected()).isEqualTo(2);
            assertThat(ledger.rejected(RejectReason.UNDECODABLE)).isEqualTo(1);
            assertThat(ledger.rejected(RejectReason.UNKNOWN_SCHEMA)).isEqualTo(1);
            assertThat(ledger.customers()).isEqualTo(50);
            Map<String, Journey> live = Published.live(stack);
            assertThat(live).hasSize(50);
            assertThat(live.values()).allMatch(j -> j.getMaturity() == Maturity.MATURED && j.getContactCount() == 2);
        }
    }

    private static LedgerView drained(LocalStack stack, Path directory) throws InterruptedException {
        try (StitchingService stitching = service(stack, directory)) {
            stitching.start();
            assertThat(stitching.awaitDrained(PATIENCE)).isTrue();
            return stitching.ledger().orElseThrow();
        }
    }

    private static StitchingService service(LocalStack stack, Path directory) {
        return new StitchingService(
                StitchingSettings.of(stack.bootstrapServers(), directory),
                StandingDefinitions.STANDARD,
                stack.schemaRegistry());
    }
}
