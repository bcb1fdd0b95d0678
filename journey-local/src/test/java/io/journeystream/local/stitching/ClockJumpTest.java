package io.journeystream.local.stitching;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.Maturity;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.streams.StitchingService;
import io.journeystream.streams.StitchingSettings;
import io.journeystream.streams.ledger.Count;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that comes due at once is worked off in slices: no transaction outlives its timeout, nothing is done twice. */
class ClockJumpTest {
    private static final int JOURNEYS = 20_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Test
    void a_year_passes_at_once_and_every_open_journey_matures(@TempDir Path directory) throws Exception {
        try (LocalStack stack = LocalStack.start(StackSettings.temporary());
                Producing producing = new Producing(stack)) {
            try (StitchingService stitching = new StitchingService(
                    StitchingSettings.of(stack.bootstrapServers(), directory),
                    StandingDefinitions.STANDARD,
                    stack.schemaRegistry())) {
                stitching.start();
                for (int journey = 0; journey < JOURNEYS; journey++) {
                    producing.call("a" + journey, journey);
                }
                producing.flush();
                assertThat(stitching.awaitDrained(PATIENCE)).isTrue();
                assertThat(stitching.ledger().orElseThrow().get(Count.PUBLISHED))
                        .isEqualTo(JOURNEYS);

                producing.tick(365 * Producing.DAY);
                producing.flush();
                assertThat(stitching.awaitDrained(PATIENCE)).isTrue();

                assertThat(stitching.ledger().orElseThrow().get(Count.PUBLISHED))
                        .isEqualTo(2 * JOURNEYS);
                assertThat(stitching.interruptions()).as("fenced").isZero();
            }
            assertThat(matured(stack)).isEqualTo(JOURNEYS);
        }
    }

    private static int matured(LocalStack stack) {
        AtomicInteger matured = new AtomicInteger();
        Published.read(stack, (Journey journey) -> {
            if (journey.getMaturity() == Maturity.MATURED) {
                matured.incrementAndGet();
            }
        });
        return matured.get();
    }
}
