package io.journeystream.local.truth.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.DefinitionsFile;
import io.journeystream.definitions.Reading;
import io.journeystream.local.demo.DemoDefinitions;
import io.journeystream.local.simulator.SimulatorSettings;
import io.journeystream.local.truth.Recomputation;
import io.journeystream.local.truth.SimulatedRun;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Measures of the simulated organisation beside how its concerns really went. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatedMeasuresTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final double POINT = 0.01;

    private final List<SimulatedRun> runs =
            LongStream.of(1, 2, 3).mapToObj(SimulatedMeasuresTest::run).toList();
    private final List<MeasuresReport> reports = runs.stream()
            .map(run -> report(run, DemoDefinitions.standard().definitions()))
            .toList();

    /** Persons with as many concerns as in the demo, but fewer of them. */
    private static SimulatedRun run(long seed) {
        SimulatorSettings settings = SimulatorSettings.realistic(seed, START).sized(3_000, 45);
        return new SimulatedRun(settings, DemoDefinitions.standard().definitions(), Duration.ofDays(60));
    }

    private static MeasuresReport report(SimulatedRun run, Definitions definitions) {
        return MeasuresReport.of(run, new Recomputation(run.accepted(), definitions, run.withdrawals()));
    }

    @Test
    void where_identity_is_known_resolution_and_containment_are_within_a_point_of_the_truth() {
        Comparison known = reports.stream()
                .map(MeasuresReport::known)
                .reduce(Comparison::plus)
                .orElseThrow();

        assertThat(known.concerns()).isGreaterThan(4_000);
        for (Measure measure : Measure.values()) {
            if (measure != Measure.FCR_BY_CONTACT) { // near a point by definition: what one sample has may be more
                assertThat(known.difference(measure)).as(measure.title()).isCloseTo(0, within(POINT));
            }
        }
    }

    @Test
    void where_identity_is_known_nothing_but_definitions_makes_more_than_a_point_of_any_measure_in_any_run() {
        for (MeasuresReport report : reports) {
            assertNothingButDefinitions("all types", report.known());
        }
    }

    @Test
    void where_identity_is_known_nothing_but_definitions_makes_more_than_a_point_of_any_measure_of_any_type() {
        Map<String, Comparison> byType = new TreeMap<>();
        reports.forEach(report ->
                report.knownByType().forEach((type, comparison) -> byType.merge(type, comparison, Comparison::plus)));

        assertThat(byType).hasSize(6);
        byType.forEach(SimulatedMeasuresTest::assertNothingButDefinitions);
    }

    private static void assertNothingButDefinitions(String whose, Comparison known) {
        for (Measure measure : Measure.values()) {
            assertThat(known.due(measure, cause -> !cause.isByDefinition()))
                    .as("%s of %s", measure.title(), whose)
                    .isCloseTo(0, within(POINT));
        }
    }

    @Test
    void every_difference_is_explained_and_causes_add_up() {
        for (MeasuresReport report : reports) {
            for (Comparison comparison : List.of(report.known(), report.everybody())) {
                assertThat(comparison.differing(Cause.UNEXPLAINED)).isZero();
                for (Measure measure : Measure.values()) {
                    double sum = Stream.of(Cause.values())
                            .mapToDouble(cause -> comparison.due(measure, cause::equals))
                            .sum();
                    assertThat(comparison.difference(measure))
                            .as(measure.title())
                            .isCloseTo(sum, within(1e-12));
                }
            }
            assertThat(report.everybody().differing(Cause.NOT_RECOGNISED)).isGreaterThan(50);
            assertThat(report.known().differing(Cause.NOT_RECOGNISED)).isLessThan(5);
        }
    }

    @Test
    void a_rule_that_sees_otherwise_than_the_truth_is_noticed_and_not_explained_away() {
        Comparison known =
                report(runs.get(0), rules("channels: {bot: {mode: assisted}}")).known();

        assertThat(known.difference(Measure.RAW_CONTAINMENT)).isLessThan(-5 * POINT);
        assertThat(known.due(Measure.RAW_CONTAINMENT, Cause.UNEXPLAINED::equals))
                .isLessThan(-5 * POINT);
        assertThat(known.difference(Measure.FCR_BY_JOURNEY)).isCloseTo(0, within(3 * POINT));
    }

    @Test
    void nothing_that_is_assumed_of_silence_is_found_where_silence_says_nothing() {
        Comparison known = report(runs.get(0), rules("defaults: {assume-resolved-after-silence: false}"))
                .known();

        assertThat(known.differing(Cause.SILENCE)).isZero();
        assertThat(known.due(Measure.FCR_BY_JOURNEY, Cause.CONTRADICTED::equals))
                .isLessThan(-10 * POINT);
    }

    private static Definitions rules(String yaml) {
        String text = String.join("\n", "identity: {hub-limit: 3}", yaml);
        Reading reading = DefinitionsFile.parse("test.yaml", text.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).definitions();
    }

    @Test
    void the_view_has_a_line_for_each_measure_and_each_cause() {
        List<String> lines = MeasuresView.lines(reports.get(0));

        assertThat(lines)
                .anyMatch(line -> line.matches("FCR by journey +7\\d\\.\\d % +7\\d\\.\\d % +[+-].*"))
                .anyMatch(line -> line.matches("verified containment +.*"))
                .anyMatch(line -> line.matches("given up: silence counts as resolved +[1-9]\\d* +\\+.*"))
                .anyMatch(line -> line.matches("nothing: a fault of this program +0 +0\\.00 .*"))
                .anyMatch(line -> line.matches("billing +\\d+ .*"));
        assertThat(Arrays.stream(Cause.values()).map(Cause::explanation)).doesNotHaveDuplicates();
    }
}
