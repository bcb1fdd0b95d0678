package io.journeystream.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void numbers_stand_below_each_other() {
        Table table =
                new Table("type", "journeys").row("billing", "1,204").line().row("all", "7");

        assertThat(table.lines())
                .containsExactly(
                        "type     journeys",
                        "-----------------",
                        "billing     1,204",
                        "-----------------",
                        "all             7");
    }

    @Test
    void what_does_not_exist_is_a_dash() {
        assertThat(Figures.percent(null)).isEqualTo("-");
        assertThat(Figures.percent(0.796014)).isEqualTo("79.6 %");
        assertThat(Figures.decimal(8.297475)).isEqualTo("8.30");
        assertThat(Figures.count(23_798)).isEqualTo("23,798");
    }
}
