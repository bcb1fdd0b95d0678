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
import java.util.List;
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
    private static final WrittenDefinitions WRITTEN = ((Reading.Read)
                    DefinitionsFile.parse("journeys.yaml", DEFINITIONS.getBytes(StandardCharsets.UTF_8)))
            .written();

    private final HourlyCells cells = new HourlyCells();
    private final Activity activity = new Activity();
    private final List<Alert> known = new ArrayList<>();
    private Watch watch = new Watch(cells, activity, List.of(), Watch.Examples.NONE);
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

        watch = new Watch(cells, activity, known, Watch.Examples.NONE);
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
        List<Alert> changed = watch.ask(rules, WRITTEN.definitions(), at(hour).toEpochMilli());
        for (Alert alert : changed) {
            known.removeIf(each -> each.getFingerprint().equals(alert.getFingerprint()));
            known.add(alert);
        }
        return changed;
    }

    private static Alert only(List<Alert> alerts) {
        assertThat(alerts).hasSize(1);
        return alerts.get(0);
    }
}
