package io.journeystream.local.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.health.CellKey;
import io.journeystream.health.HealthCell;
import io.journeystream.health.Period;
import io.journeystream.health.Sums;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthTableTest {
    private static final HealthTable TABLE = new HealthTable(Period.DAY, CellKey.ALL, false, false, 100);

    @Test
    void a_cohort_is_a_line_and_the_whole_is_the_rate_of_the_sums_never_a_mean_of_rates() {
        List<HealthCell> cells = List.of(
                Cells.cell(Cells.key("billing", "2026-01-05"), 90, 90, 900),
                Cells.cell(Cells.key("billing", "2026-01-06"), 10, 0, 300));

        assertThat(TABLE.lines(cells))
                .containsSubsequence(
                        "                      FCR per           containment                switches           cost per",
                        "2026-01-05        90  100.0 %  100.0 %       -         -        -       0          0    10.00"
                                + "     10.00     0.0    -    -",
                        "2026-01-06        10    0.0 %    0.0 %       -         -        -       0          0    30.00"
                                + "         -     0.0    -    -",
                        "all              100   90.0 %   90.0 %       -         -        -       0          0    12.00"
                                + "     13.33     0.0    -    -",
                        "100 matured journeys; no provisional beside them");
    }

    @Test
    void lines_fit_on_a_terminal_of_120_columns() {
        assertThat(TABLE.lines(List.of(
                        Cells.cell(Cells.key("billing", "2026-01-05"), 12_345, 9_876, 123_456),
                        Cells.cell(Cells.key("billing", "2026-01-06"), 12_345, 9_876, 123_456))))
                .allMatch(line -> line.length() <= 122);
    }

    @Test
    void provisional_journeys_are_counted_beside_and_shown_on_demand() {
        Sums two = Cells.sums(2, 1, 8);
        List<HealthCell> cells = List.of(
                Cells.cell(Cells.key("billing", "2026-01-05"), 1, 1, 1),
                Cells.cell(Cells.key("billing", "2026-01-06"), new Sums(), two));

        assertThat(TABLE.lines(cells))
                .noneMatch(line -> line.startsWith("2026-01-06"))
                .endsWith("1 matured journey; 2 provisional beside them (--provisional shows these)");
        assertThat(new HealthTable(Period.DAY, CellKey.ALL, true, false, 100).lines(cells))
                .noneMatch(line -> line.startsWith("2026-01-05"))
                .anyMatch(line -> line.startsWith("2026-01-06         2   50.0 %"))
                .endsWith("2 provisional journeys, whose figures still move by themselves; 1 matured beside them");
    }

    @Test
    void types_and_values_tell_lines_apart_and_a_total_has_no_days() {
        List<HealthCell> cells = List.of(
                Cells.cell(Cells.by("billing", "2026-01-05", "segment", "vip"), 1, 1, 1),
                Cells.cell(Cells.by("billing", "2026-01-05", "segment", null), 1, 0, 1),
                Cells.cell(Cells.by("orders", "2026-01-05", "segment", "vip"), 1, 0, 1),
                Cells.cell(Cells.by("billing", "2026-01-06", "segment", null), 3, 3, 1));

        assertThat(new HealthTable(Period.DAY, "segment", false, false, 100).lines(cells))
                .anyMatch(line -> line.startsWith("day (UTC)   type     segment  journeys"))
                .anyMatch(line -> line.startsWith("2026-01-05  billing  (none)          1    0.0 %"));
        assertThat(new HealthTable(Period.DAY, "segment", false, true, 100).lines(cells))
                .anyMatch(line -> line.startsWith("type     segment  journeys"))
                .anyMatch(line -> line.startsWith("billing  (none)          4   75.0 %"))
                .anyMatch(line -> line.startsWith("all                      6   66.7 %"));
    }

    @Test
    void of_many_lines_the_last_are_shown_and_the_whole_is_over_all() {
        List<HealthCell> cells = List.of(
                Cells.cell(Cells.key("billing", "2026-01-05"), 1, 1, 1),
                Cells.cell(Cells.key("billing", "2026-01-06"), 1, 0, 1));

        assertThat(new HealthTable(Period.DAY, CellKey.ALL, false, false, 1).lines(cells))
                .noneMatch(line -> line.startsWith("2026-01-05"))
                .anyMatch(line -> line.startsWith("all                2   50.0 %"))
                .contains("the last 1 of 2 lines; --since leaves out earlier ones");
    }
}
