package io.journeystream.local.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.health.Flow;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowTableTest {
    private static final String MONDAY = "2026-01-05";
    private static final String TUESDAY = "2026-01-06";
    private static final List<Flow> FLOWS = List.of(
            Cells.edge(Cells.end("billing", MONDAY, "phone", "RESOLVED"), 5, 0),
            Cells.edge(Cells.step("billing", MONDAY, "bot", "phone"), 2, 2),
            Cells.edge(Cells.step("billing", TUESDAY, "bot", "phone"), 1, 1),
            Cells.edge(Cells.end("billing", TUESDAY, "bot", "UNRESOLVED"), 1, 0),
            Cells.edge(Cells.step("billing", MONDAY, null, "phone"), 2, 0),
            Cells.edge(Cells.step("billing", MONDAY, null, "bot"), 4, 0));

    @Test
    void days_are_added_up_the_start_comes_first_and_then_what_weighs_most() {
        assertThat(new FlowTable(false).lines(FLOWS))
                .containsExactly(
                        "                                   switches",
                        "from   to          times    share  forced  voluntary  concurrent  cost  each  mean delay",
                        "----------------------------------------------------------------------------------------",
                        "START  bot             4   66.7 %       -          -           -  8.00  2.00           -",
                        "START  phone           2   33.3 %       -          -           -  4.00  2.00           -",
                        "phone  RESOLVED        5  100.0 %       -          -           -     -     -           -",
                        "bot    phone           3   75.0 %       3          0           0  6.00  2.00  1 min 00 s",
                        "bot    UNRESOLVED      1   25.0 %       -          -           -     -     -           -",
                        "",
                        "6 matured journeys; no provisional beside them");
    }

    @Test
    void where_no_journey_went_there_is_no_line() {
        assertThat(new FlowTable(true).lines(FLOWS))
                .containsExactly(
                        "no provisional journeys, whose figures still move by themselves; 6 matured beside them");
    }
}
