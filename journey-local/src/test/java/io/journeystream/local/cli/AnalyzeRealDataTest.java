package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystream.local.bi.StarTotals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers that real exports must give, and the same in PostgreSQL; skipped where the data is not at hand. */
class AnalyzeRealDataTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path DATA = ROOT.resolveSibling("shared").resolve("data");

    @TempDir
    private Path directory;

    @Test
    void a_month_of_a_banks_calls() throws Exception {
        Path calls = data("technion/january.txt.gz");
        Path example = ROOT.resolve("examples/technion");

        Run run = run(
                calls.toString(),
                "--format",
                "tsv",
                "--timezone",
                "Asia/Jerusalem",
                "--mapping",
                example.resolve("mapping.jsonata").toString(),
                "--definitions",
                example.resolve("journeys.yaml").toString());
        JsonNode summary = run.summary();

        assertCount(summary, "rows", 31_599);
        assertCount(summary, "skipped", 240);
        assertCount(summary, "rejectedRows", 32);
        assertCount(summary, "accepted", 136_434);
        assertCount(summary, "customers", 22_055);
        assertCount(summary, "contacts", 30_945);
        assertCount(summary, "journeys", 23_798);
        assertCount(summary, "matured", 18_565);
        assertCount(summary, "resolved", 15_889);
        assertRate(summary, "fcrByJourney", 0.796014);
        assertRate(summary, "fcrByContact", 0.697010);
        assertCount(summary.path("selfService"), "HANDED_OFF", 17_562);
        assertCount(summary.path("selfService"), "ABANDONED", 1_003);
        assertThat(summary.path("cost").asDouble()).isCloseTo(80_588.4179, within(0.00005));
        assertRate(summary, "effortMean", 8.297475);
        assertCount(summary, "abandons", 3_332);
        assertCount(summary, "repeats", 2_637);
        HealthFiles.of(run).assertAlwaysTrue(List.of());
        StarTotals.areThoseOf(summary, directory.resolve("kept"), directory.resolve("postgres"));
    }

    @Test
    void a_year_of_a_service_desks_incidents() throws Exception {
        Path incidents = data("servicenow/incidents-subset.csv.gz");

        Run run = run(
                incidents.toString(),
                "--mapping",
                ROOT.resolve("examples/servicenow/mapping.jsonata").toString());
        JsonNode summary = run.summary();

        assertCount(summary, "accepted", 13_929);
        assertCount(summary, "customers", 380);
        assertCount(summary, "contacts", 2_116);
        assertCount(summary, "journeys", 1_538);
        assertCount(summary, "matured", 1_530);
        assertCount(summary, "resolved", 1_528);
        assertRate(summary, "fcrByJourney", 0.835948);
        assertRate(summary, "fcrByContact", 0.608758);
        assertCount(summary, "reopenings", 330);
        assertRate(summary, "effortMean", 11.989917);
        assertCount(summary, "conflicts", 1);
        assertThat(run.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.path("type").asText()).isEqualTo("account");
        });
        HealthFiles.of(run).assertAlwaysTrue(List.of());
        StarTotals.areThoseOf(summary, directory.resolve("kept"), directory.resolve("postgres"));
    }

    @Test
    void the_samples_of_the_repository() throws Exception {
        Path example = ROOT.resolve("examples/technion");
        Run run = run(
                example.resolve("sample.tsv").toString(),
                "--format",
                "tsv",
                "--timezone",
                "Asia/Jerusalem",
                "--mapping",
                example.resolve("mapping.jsonata").toString());

        assertThat(run.summary().path("journeys").asLong()).isPositive();
        StarTotals.areThoseOf(run.summary(), directory.resolve("kept"), directory.resolve("postgres"));
    }

    private Run run(String... arguments) {
        List<String> all =
                new ArrayList<>(List.of("--data", directory.resolve("kept").toString()));
        all.addAll(List.of(arguments));
        Run run = Run.analyze(directory.resolve("out"), all.toArray(String[]::new));
        assertThat(run.journey().exitCode()).as("%s", run.journey()).isZero();
        assertThat(directory.resolve("out/corrections.ndjson"))
                .as("all of it at once, nothing was published before it was known")
                .isEmptyFile();
        return run;
    }

    private static Path data(String name) {
        Path file = DATA.resolve(name);
        assumeTrue(Files.exists(file), "skipped: " + name + " is not beside the repository");
        return file;
    }

    private static void assertCount(JsonNode summary, String field, long expected) {
        assertThat(summary.path(field).asLong()).as(field).isEqualTo(expected);
    }

    private static void assertRate(JsonNode summary, String field, double expected) {
        assertThat(summary.path(field).asDouble()).as(field).isCloseTo(expected, within(0.0000005));
    }
}
