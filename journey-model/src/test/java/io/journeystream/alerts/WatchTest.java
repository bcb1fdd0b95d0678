package io.journeystream.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.journeystream.definitions.DefinitionsFile;
import io.journeystream.definitions.Reading;
import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.health.Apart;
import io.journeystream.health.CellKey;
import io.journeystream.health.Figure;
import io.journeystream.health.Period;
import io.journeystream.health.Sums;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Alerts as hours go by. */
class WatchTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final String DEFINITIONS = """
            journeys: [{type: billing, team: bills, intents: [billing], gap: 1d}]
            health: {dimensions: [branch]}
            alerts:
              - {name: low, metric: fcr, below: 0.7, minimum: 20, for: 1h, labels: {room: red}}
              - {name: worded, metric: fcr, below: 0.7, minimum: 20, message: "{type}: {measured} of {sample}, not {0.8}"}
              - {name: silent, window: 2h, absence: {sources: [crm]}}
              - {name: settled, metric: fcr, figures: matured, below: 0.7, minimum: 20}
            """;
    private static final WrittenDefinitions WRITTEN = written(DEFINITIONS);

    private static WrittenDefinitions written(String content) {
        Reading reading = DefinitionsFile.parse("journeys.yaml", content.getBytes(StandardCharsets.UTF_8));
        return ((Reading.Read) reading).written();
    }

    private final HourlyCells cells = new HourlyCells();
    private final Activity activity = new Activity();
    private final List<Alert> known = new ArrayList<>();
    private Watch watch = new Watch(cells, activity, List.of(), OptionalLong.empty(), Examples.NONE);
    private int hour;

    @Test
    void bad_for_long_enough_it_fires_and_when_it_is_good_again_it_is_over() {
        goodHours(3);
        assertThat(asked("low")).isEmpty();

        provisional(50, 20);
        Alert pending = only(asked("low"));
        assertThat(pending.getStatus()).isEqualTo(AlertStatus.PENDING);
        assertThat(pending.getSince()).isEqualTo(at(hour));

        provisional(50, 25);
        Alert firing = only(asked("low"));
        assertThat(firing.getStatus()).isEqualTo(AlertStatus.FIRING);
        assertThat(firing.getFiredAt()).isEqualTo(at(hour));
        assertThat(firing.getMeasured()).isEqualTo(0.5);
        assertThat(firing.getSample()).isEqualTo(50);
        assertThat(firing.getTeam()).isEqualTo("bills");
        assertThat(firing.getLabels()).containsEntry("room", "red");
        assertThat(firing.getCells()).containsExactly("billing/HOUR/2026-03-02T04Z/ALL");
        assertThat(firing.getMessage())
                .isEqualTo("fcr of billing was 0.5 over 50 in the hour to 2026-03-02T05:00:00Z; it should not be below"
                        + " 0.7");

        goodHours(1);
        Alert over = only(asked("low"));
        assertThat(over.getStatus()).isEqualTo(AlertStatus.RESOLVED);
        assertThat(over.getResolvedAt()).isEqualTo(at(hour));
        assertThat(over.getMeasured()).as("what it fired on").isEqualTo(0.5);
    }

    @Test
    void hours_that_went_by_together_are_asked_about_one_by_one() {
        goodHours(1);
        assertThat(asked("low")).isEmpty();
        provisional(50, 20);
        provisional(50, 20);
        goodHours(2);

        assertThat(asked("low").stream().map(Alert::getStatus))
                .containsExactly(AlertStatus.PENDING, AlertStatus.FIRING, AlertStatus.RESOLVED);
    }

    @Test
    void another_watch_goes_on_where_one_ended() {
        goodHours(1);
        asked("low");
        provisional(50, 20);
        asked("low");

        watch = next();
        provisional(50, 20);
        Alert firing = only(asked("low"));

        assertThat(firing.getStatus()).isEqualTo(AlertStatus.FIRING);
        assertThat(firing.getSince()).isEqualTo(at(hour - 1));
    }

    @Test
    void a_first_watch_says_nothing_of_the_past() {
        provisional(50, 20);
        provisional(50, 20);

        assertThat(asked("low")).isEmpty();
    }

    @Test
    void what_fires_by_a_rule_that_is_taken_back_is_over() {
        goodHours(1);
        asked("low");
        provisional(50, 20);
        provisional(50, 20);
        asked("low");

        Alert over = only(asked("none"));

        assertThat(over.getStatus()).isEqualTo(AlertStatus.RESOLVED);
        assertThat(over.getMessage()).isEqualTo("the rule low was taken back");
    }

    @Test
    void what_fired_on_matured_figures_that_are_corrected_is_over_and_says_why() {
        goodHours(1);
        asked("settled");
        cell("ALL", null, hour, 50, 20, true);
        hour++;
        asked("settled");
        hour += 48;
        assertThat(only(asked("settled")).getStatus()).isEqualTo(AlertStatus.FIRING);

        cell("ALL", null, 1, 50, 45, true);
        Alert over = only(asked("settled"));

        assertThat(over.getStatus()).isEqualTo(AlertStatus.RESOLVED);
        assertThat(over.getCorrection())
                .isEqualTo("The facts have been corrected since it fired at 2026-03-04T02:00:00Z: fcr is 0.9 over 50 by"
                        + " what is known now, which is good");
        assertThat(asked("settled")).as("told once").isEmpty();
    }

    @Test
    void a_correction_is_looked_for_only_while_the_cells_behind_an_alert_are_kept() {
        fireOnMatured();
        cells.forget(at(3).toEpochMilli());

        assertThat(asked("settled")).isEmpty();
    }

    @Test
    void a_limit_that_is_eased_corrects_no_facts() {
        fireOnMatured();
        StandingRules eased = rules(DEFINITIONS.replace("matured, below: 0.7", "matured, below: 0.3"));

        assertThat(asked(eased)).isEmpty();
        goodHours(1);
        assertThat(asked(eased))
                .filteredOn(alert -> alert.getRule().equals("settled"))
                .singleElement()
                .satisfies(over -> {
                    assertThat(over.getStatus()).isEqualTo(AlertStatus.RESOLVED);
                    assertThat(over.getCorrection()).isNull();
                });
    }

    private void fireOnMatured() {
        goodHours(1);
        asked("settled");
        cell("ALL", null, hour, 50, 20, true);
        hour += 49;
        assertThat(only(asked("settled")).getStatus()).isEqualTo(AlertStatus.FIRING);
    }

    @Test
    void hours_that_were_missed_are_asked_about_although_no_alert_was_open() {
        goodHours(1);
        asked("low");
        Watch next = next();
        provisional(50, 20);
        provisional(50, 20);
        watch = next;

        assertThat(asked("low").stream().map(Alert::getStatus))
                .containsExactly(AlertStatus.PENDING, AlertStatus.FIRING);
    }

    @Test
    void hours_whose_cells_have_been_forgotten_are_not_asked_about() {
        goodHours(1);
        asked("low");
        provisional(50, 20);
        provisional(50, 20);
        asked("low");
        cells.forget(at(hour + 2).toEpochMilli());
        hour += 2;

        assertThat(asked("low")).as("it is not known whether it is over").isEmpty();
        provisional(50, 20);
        assertThat(only(asked("low")).getStatus()).isEqualTo(AlertStatus.FIRING);
    }

    @Test
    void what_fires_by_a_rule_that_cannot_be_read_any_more_is_left_alone() {
        goodHours(1);
        asked("low");
        provisional(50, 20);
        provisional(50, 20);
        asked("low");

        assertThat(asked(rules(DEFINITIONS.replace("metric: fcr, below: 0.7, minimum: 20, for", "metric: fc, for"))))
                .isEmpty();
        assertThat(asked(
                        StandingRules.of(WrittenDefinitions.STANDARD, List.of()).besides(Set.of("low"))))
                .isEmpty();
    }

    @Test
    void while_it_fires_others_know_an_alert_by_what_it_was_when_it_fired() {
        goodHours(1);
        asked("low");
        provisional(50, 20);
        provisional(50, 20);
        asked("low");
        provisional(50, 20);

        List<Alert> goesOn = asked(rules(DEFINITIONS.replace("{room: red}", "{room: blue}, severity: critical")));

        Alert alert = goesOn.stream()
                .filter(each -> each.getRule().equals("low"))
                .findFirst()
                .orElseThrow();
        assertThat(alert.getLabels()).containsEntry("room", "red");
        assertThat(alert.getSeverity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void what_fires_over_another_metric_now_is_over() {
        goodHours(1);
        asked("low");
        provisional(50, 20);
        provisional(50, 20);
        asked("low");

        List<Alert> over =
                asked(rules(DEFINITIONS.replace("{name: low, metric: fcr", "{name: low, metric: fcr-by-contact")));

        assertThat(over.get(0).getStatus()).isEqualTo(AlertStatus.RESOLVED);
        assertThat(over.get(0).getMessage()).isEqualTo("the rule low looks at something else now");
    }

    @Test
    void examples_are_looked_for_once_for_all_that_fires() {
        List<Collection<Examples.Wanted>> questions = new ArrayList<>();
        watch = new Watch(cells, activity, List.of(), OptionalLong.empty(), wanted -> {
            questions.add(List.copyOf(wanted));
            return wanted.stream()
                    .collect(Collectors.toMap(
                            each -> each, each -> List.of(each.rule().name())));
        });
        StandingRules rules = rules(DEFINITIONS);
        goodHours(1);
        asked(rules);
        provisional(50, 20);
        provisional(50, 20);

        List<Alert> fired = asked(rules);

        assertThat(questions)
                .singleElement()
                .satisfies(wanted -> assertThat(wanted).hasSize(2));
        assertThat(fired)
                .filteredOn(alert -> alert.getStatus() == AlertStatus.FIRING
                        && alert.getAskedAt().equals(at(hour)))
                .allSatisfy(alert -> assertThat(alert.getExamples()).containsExactly(alert.getRule()));
    }

    @Test
    void a_source_of_which_not_enough_is_known_any_more_is_as_silent_as_before() {
        activity.knownSince(at(0).toEpochMilli());
        activity.heard("crm", at(0).toEpochMilli());
        hour = 2;
        asked("silent");
        hour = 4;
        asked("silent");
        Activity since = new Activity();
        since.knownSince(at(4).toEpochMilli());
        watch = new Watch(cells, since, known, OptionalLong.of(watch.asked()), Examples.NONE);
        hour = 5;

        assertThat(asked("silent")).isEmpty();
    }

    @Test
    void a_template_says_what_it_names_and_leaves_the_rest() {
        goodHours(1);
        asked("worded");
        provisional(50, 25);

        assertThat(only(asked("worded")).getMessage()).isEqualTo("billing: 0.5 of 50, not {0.8}");
    }

    @Test
    void a_source_that_is_silent_for_too_long_is_told_and_until_that_is_known_nothing() {
        asked("silent");
        hour = 2;
        assertThat(asked("silent")).as("nobody knows what happened before").isEmpty();

        activity.knownSince(at(2).toEpochMilli());
        activity.heard("crm", at(2).toEpochMilli() + 1);
        hour = 4;
        assertThat(asked("silent")).isEmpty();
        hour = 5;
        Alert silent = only(asked("silent"));
        assertThat(silent.getStatus()).isEqualTo(AlertStatus.FIRING);
        assertThat(silent.getMessage())
                .isEqualTo("source crm was not heard of in the 2 hours to 2026-03-02T05:00:00Z, last 3 hours ago");

        activity.heard("crm", at(5).toEpochMilli() + 1);
        hour = 6;
        assertThat(only(asked("silent")).getStatus()).isEqualTo(AlertStatus.RESOLVED);
    }

    @Test
    void a_number_of_journeys_is_its_own_sample_and_needs_no_minimum() {
        StandingRules many = rules(DEFINITIONS + "  - {name: many, metric: journeys, above: 9}\n");
        provisional(5, 5);
        asked(many);
        split(6, 6, 4, 4);

        Alert alert = only(asked(many));

        assertThat(alert.getSample()).isEqualTo(10);
        assertThat(alert.getMeasured()).isEqualTo(10.0);
        assertThat(alert.getDrivers().stream().mapToDouble(Driver::getMoved).sum())
                .isEqualTo(10.0);
    }

    @Test
    void drivers_are_those_whose_part_moved_most_and_sum_to_the_move() {
        split(100, 90, 60, 55);
        asked("low");
        split(100, 88, 60, 10);
        split(100, 88, 60, 10);

        List<Alert> alerts = asked("low");
        List<Driver> drivers = alerts.get(alerts.size() - 1).getDrivers();

        assertThat(drivers.stream().map(Driver::getValue)).containsExactly("south", "north");
        assertThat(drivers.stream().mapToDouble(Driver::getMoved).sum()).isCloseTo((98 - 145) / 160.0, within(1e-9));
        assertThat(drivers.get(0).getBefore()).isCloseTo(55 / 60.0, within(1e-9));
    }

    /** An hour in which the north branch has so many journeys and the south one so many, so many of which went well. */
    private void split(int north, int wellInNorth, int south, int wellInSouth) {
        cell("ALL", null, hour, north + south, wellInNorth + wellInSouth, false);
        cell("branch", "north", hour, north, wellInNorth, false);
        cell("branch", "south", hour, south, wellInSouth, false);
        hour++;
    }

    private void goodHours(int number) {
        for (int i = 0; i < number; i++) {
            provisional(50, 45);
        }
    }

    private void provisional(int journeys, int resolvedAtFirst) {
        cell("ALL", null, hour, journeys, resolvedAtFirst, false);
        hour++;
    }

    private void cell(
            String dimension, @Nullable String value, int number, int journeys, int resolvedAtFirst, boolean matured) {
        Sums sums = new Sums();
        sums.add(Figure.JOURNEYS, journeys);
        sums.add(Figure.FIRST_CONTACT_KNOWN, journeys);
        sums.add(Figure.FIRST_CONTACT_RESOLVED, resolvedAtFirst);
        CellKey key = new CellKey("billing", Period.HOUR, at(number).toEpochMilli(), dimension, value);
        cells.put(key, matured ? new Apart<>(sums, new Sums()) : new Apart<>(new Sums(), sums));
    }

    private static Instant at(int hours) {
        return MONDAY.plusSeconds(3_600L * hours);
    }

    /** What one rule finds at the end of the hours so far. */
    private List<Alert> asked(String rule) {
        List<AlertRule> rules = AlertRules.of(WRITTEN).stream()
                .filter(each -> each.name().equals(rule))
                .toList();
        return asked(new StandingRules(WRITTEN.definitions(), rules, Set.of(), List.of()));
    }

    private List<Alert> asked(StandingRules rules) {
        List<Alert> changed = watch.ask(rules, at(hour).toEpochMilli());
        for (Alert alert : changed) {
            known.removeIf(each -> each.getFingerprint().equals(alert.getFingerprint()));
            known.add(alert);
        }
        return changed;
    }

    /** One that knows what was published, and until when this one asked. */
    private Watch next() {
        return new Watch(cells, activity, known, OptionalLong.of(watch.asked()), Examples.NONE);
    }

    private static StandingRules rules(String content) {
        return StandingRules.of(written(content), List.of());
    }

    private static Alert only(List<Alert> alerts) {
        assertThat(alerts).hasSize(1);
        return alerts.get(0);
    }
}
