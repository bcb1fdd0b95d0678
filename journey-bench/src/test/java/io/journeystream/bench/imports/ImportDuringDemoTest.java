package io.journeystream.bench.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.journeystream.journeys.Cause;
import io.journeystream.journeys.JourneyStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A month of a bank's calls into the running demo; skipped where the data is not at hand. */
class ImportDuringDemoTest {
    private static final Logger LOG = LoggerFactory.getLogger(ImportDuringDemoTest.class);
    private static final int JOURNEYS = 23_798;
    private static final int INTERRUPTED = 130;
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void nothing_of_it_shows_before_its_end_mark_and_then_all_of_it() throws Exception {
        Path calls = ROOT.resolveSibling("shared/data/technion/january.txt.gz");
        assumeTrue(Files.exists(calls), "skipped: technion/january.txt.gz is not beside the repository");

        ImportDuringDemo.Outcome outcome = ImportDuringDemo.run(
                "technion",
                JOURNEYS,
                Duration.ofSeconds(6),
                "1h",
                calls,
                ROOT.resolve("examples/technion/mapping.jsonata"));

        outcome.lines().forEach(LOG::info);
        assertThat(outcome.imported().exitCode()).as("%s", outcome.imported()).isZero();
        assertThat(outcome.imported().out()).contains("31,599 rows: 240 skipped, 32 rejected; 136,434 events sent");
        assertThat(outcome.traffic().firstImported())
                .isGreaterThanOrEqualTo(outcome.traffic().firstMark())
                .isLessThan(Long.MAX_VALUE);
        assertThat(outcome.traffic().importedRecords()).allMatch(journey -> journey.getCause() != Cause.EVENT);
        assertTotals(outcome.traffic().imported());
        assertThat(outcome.demo().exitCode()).as("%s", outcome.demo()).isEqualTo(INTERRUPTED);
        assertThat(outcome.demo().out()).containsPattern("ledger: [0-9,]+ events received = [0-9,]+ processed");
        assertThat(outcome.during()).isNotEmpty();
    }

    /** What {@code analyze} gives for the same export. */
    private static void assertTotals(Map<String, io.journeystream.journeys.Journey> imported) {
        List<io.journeystream.journeys.Journey> live = imported.values().stream()
                .filter(journey -> journey.getStatus() != JourneyStatus.SUPERSEDED)
                .toList();
        assertThat(live).hasSize(JOURNEYS);
        assertThat(live.stream()
                        .map(io.journeystream.journeys.Journey::getCustomerId)
                        .distinct())
                .hasSize(22_055);
        assertThat(live.stream()
                        .mapToInt(io.journeystream.journeys.Journey::getContactCount)
                        .sum())
                .isEqualTo(30_945);
        assertThat(live.stream()
                        .mapToInt(io.journeystream.journeys.Journey::getRepeats)
                        .sum())
                .isEqualTo(30_945 - JOURNEYS);
    }
}
