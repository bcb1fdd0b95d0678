package io.journeystream.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.alerts.RuleTest.Firing;
import io.journeystream.definitions.DefinitionsFile;
import io.journeystream.definitions.Reading;
import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.definitions.yaml.Mistake;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When rules fire, over hours that are made up. */
class AlertingTest {
    private static final String DEFINITIONS = """
            journeys: [{type: billing, intents: [billing], targets: {fcr: 0.8}}]
            alerts:
              - {name: low, types: [billing], metric: fcr, below: 0.7, clear: 0.75, minimum: 20}
              - {name: patient, types: [billing], metric: fcr, below: 0.7, for: 2h, keep-firing-for: 3h, minimum: 20}
              - {name: target, types: [billing], metric: fcr, target: {tolerance: 0.05}, minimum: 20}
              - {name: change, types: [billing], metric: fcr, change: {weeks: 4, deviations: 3, least: 0.05}, minimum: 20}
              - {name: burn, types: [billing], metric: fcr, burn: {rate: 2, short: 1h}, window: 6h, minimum: 20}
              - {name: many, types: [billing], metric: journeys, above: 500}
            """;
    private static final WrittenDefinitions WRITTEN = ((Reading.Read)
                    DefinitionsFile.parse("journeys.yaml", DEFINITIONS.getBytes(StandardCharsets.UTF_8)))
            .written();

    private static RuleTest.Result run(String rule, String hours, String fires) {
        String file = "tests: [{name: t, rule: " + rule + ", hours: [" + hours + "], fires: [" + fires + "]}]";
        RuleTests.Read read =
                RuleTests.read("tests.yaml", file.getBytes(StandardCharsets.UTF_8), AlertRules.of(WRITTEN));
        assertThat(read.mistakes()).isEmpty();
        return read.tests().get(0).run(WRITTEN.definitions());
    }

    private static List<Firing> fired(String rule, String hours) {
        return run(rule, hours, "").fired();
    }

    /** So many hours of 100 journeys each, so many of which were resolved at the first contact. */
    private static String hours(int number, int resolved) {
        return "{repeat: %d, journeys: 100, firstContactKnown: 100, firstContactResolved: %d}"
                .formatted(number, resolved);
    }

    private static String hours(int... numbersAndResolved) {
        StringBuilder hours = new StringBuilder();
        for (int i = 0; i < numbersAndResolved.length; i += 2) {
            hours.append(i == 0 ? "" : ", ").append(hours(numbersAndResolved[i], numbersAndResolved[i + 1]));
        }
        return hours.toString();
    }

    @Test
    void a_limit_fires_once_while_values_wander_between_it_and_where_it_is_clear() {
        assertThat(fired("low", hours(3, 80, 1, 69, 2, 72, 1, 69, 1, 74, 2, 75)))
                .containsExactly(new Firing(3, 8));
    }

    @Test
    void a_value_at_the_limit_is_not_beyond_it() {
        assertThat(fired("low", hours(5, 70))).isEmpty();
    }

    @Test
    void what_does_not_last_does_not_fire_and_what_has_fired_goes_on_for_a_while() {
        assertThat(fired("patient", hours(2, 80, 2, 60, 2, 80))).isEmpty();
        assertThat(fired("patient", hours(2, 80, 4, 60, 2, 80, 1, 60, 6, 80))).containsExactly(new Firing(4, 11));
    }

    @Test
    void a_small_sample_says_nothing() {
        String few = "{repeat: 5, journeys: 10, firstContactKnown: 10, firstContactResolved: 0}";
        assertThat(fired("low", few)).isEmpty();
        assertThat(fired("low", hours(1, 60) + ", " + few)).containsExactly(new Firing(0, 1));
    }

    @Test
    void a_target_is_the_definitions_own() {
        assertThat(fired("target", hours(2, 76, 2, 74, 1, 78, 2, 80))).containsExactly(new Firing(2, 5));
    }

    @Test
    void a_change_is_one_against_the_same_hours_of_earlier_weeks() {
        int week = 7 * 24;
        String steady = hours(week, 80, week, 82, week, 78, week, 80);
        assertThat(fired("change", steady + ", " + hours(10, 79))).isEmpty();
        assertThat(fired("change", steady + ", " + hours(10, 79, 2, 60, 3, 80)))
                .containsExactly(new Firing(4 * week + 10, 4 * week + 12));
    }

    @Test
    void too_few_weeks_are_no_measure_of_change() {
        assertThat(fired("change", hours(2 * 7 * 24, 80, 5, 10))).isEmpty();
    }

    @Test
    void an_error_budget_burns_in_both_windows_and_is_over_soon_after_the_trouble() {
        assertThat(fired("burn", hours(8, 80, 6, 20, 6, 80))).containsExactly(new Firing(10, 14));
        assertThat(fired("burn", hours(8, 80, 1, 40, 6, 80)))
                .as("one bad hour in six")
                .isEmpty();
    }

    @Test
    void a_number_of_journeys_needs_no_sample() {
        assertThat(fired("many", "{repeat: 2, journeys: 5}, {journeys: 501}, {journeys: 5}"))
                .containsExactly(new Firing(2, 3));
    }

    @Test
    void a_test_tells_what_was_otherwise() {
        RuleTest.Result wrong = run("low", hours(2, 80, 2, 60), "{from: 3}");

        assertThat(wrong.isPassed()).isFalse();
        assertThat(wrong.told()).isEqualTo("t: fires from hour 2 until hour 4, should from hour 3 until hour 4");
        assertThat(run("low", hours(2, 80, 2, 60), "{from: 2}").isPassed()).isTrue();
    }

    @Test
    void a_test_of_journeys_at_which_its_rule_does_not_look_is_a_mistake() {
        String file = "tests: [{name: t, rule: low, type: biling, hours: [{journeys: 1}]}]";

        assertThat(RuleTests.read("tests.yaml", file.getBytes(StandardCharsets.UTF_8), AlertRules.of(WRITTEN))
                        .mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).contains("must be one of billing", "was biling"));
    }

    @Test
    void mistakes_in_tests_are_told_with_their_place() {
        byte[] file = """
                tests:
                  - {name: t, rule: lo, hours: [{journes: 5}]}
                  - {name: u, hours: []}
                """.getBytes(StandardCharsets.UTF_8);

        List<String> mistakes = RuleTests.read("tests.yaml", file, AlertRules.of(WRITTEN)).mistakes().stream()
                .map(Mistake::toString)
                .toList();

        assertThat(mistakes)
                .anyMatch(each -> each.contains("low?") && each.endsWith("(tests.yaml:2:21)"))
                .anyMatch(each -> each.contains("journes is not known here") && each.contains("journeys?"))
                .anyMatch(each -> each.contains("needs a rule"))
                .anyMatch(each -> each.contains("needs hours"));
    }

    @Test
    void a_rule_about_sources_cannot_be_tested_on_hours() {
        List<AlertRule> rules = AlertRules.read(
                        "journeys.yaml",
                        "alerts: [{name: silent, absence: {sources: [crm]}}]".getBytes(StandardCharsets.UTF_8),
                        WRITTEN.definitions())
                .rules();
        String tests = "tests: [{name: t, rule: silent, hours: [{journeys: 1}]}]";

        assertThat(RuleTests.read("tests.yaml", tests.getBytes(StandardCharsets.UTF_8), rules)
                        .mistakes())
                .extracting(Mistake::toString)
                .containsExactly(
                        "rule silent looks at sources of events, of which a test can say nothing (tests.yaml:1:25)");
    }
}
