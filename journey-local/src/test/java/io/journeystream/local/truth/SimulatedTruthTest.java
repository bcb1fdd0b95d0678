package io.journeystream.local.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.Definitions;
import io.journeystream.local.demo.DemoDefinitions;
import io.journeystream.local.simulator.Confusion;
import io.journeystream.local.simulator.Recognition;
import io.journeystream.local.simulator.SimulatorSettings;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of contacts of the simulated organisation. */
class SimulatedTruthTest {
    private static final int PERSONS = 2_000;
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void with_shared_devices_and_late_logins_customers_are_right_where_the_evidence_suffices(long seed) {
        TruthReport report = report(seed, DemoDefinitions.standard().definitions(), Confusion.BY_DEVICES);

        assertThat(report.sufficing().belong()).isGreaterThan(15_000);
        assertThat(report.sufficing().precision()).as("seed %d", seed).isGreaterThanOrEqualTo(0.999);
        assertThat(report.sufficing().recall()).as("seed %d", seed).isGreaterThanOrEqualTo(0.98);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void every_miss_has_its_lack_and_every_wrong_pair_its_identifier(long seed) {
        TruthReport report = report(seed, Definitions.STANDARD, Confusion.USUAL);

        assertThat(report.lacks().get(Lack.UNEXPLAINED)).isZero();
        assertThat(report.lacks().values()).allMatch(pairs -> pairs >= 0);
        assertThat(report.lacks().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(report.pairs().missed())
                .isPositive();
        assertThat(report.falseMerges()).isNotEmpty().noneMatch(merge -> merge.identifier() == null);
        assertThat(report.falseMerges().stream().mapToLong(FalseMerge::pairs).sum())
                .isEqualTo(report.pairs().wrong());
        assertThat(report.falseMerges().stream().mapToLong(FalseMerge::told).sum())
                .isEqualTo(report.sufficing().wrong());
    }

    private static TruthReport report(long seed, Definitions definitions, Confusion confusion) {
        SimulatorSettings settings = SimulatorSettings.realistic(seed, START)
                .sized(PERSONS, PERSONS * 0.05)
                .knowing(Recognition.USUAL, confusion);
        SimulatedRun run = new SimulatedRun(settings, definitions, Duration.ofDays(60));
        Recomputation found = new Recomputation(run.accepted(), definitions, run.withdrawals());
        return TruthReport.of(found, run.accepted(), run.missing(), run.truth()::origin);
    }
}
