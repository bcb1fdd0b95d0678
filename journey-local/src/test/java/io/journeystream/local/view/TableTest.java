package io.journeystream.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void groups_stand_over_their_columns_and_text_to_the_left() {
        Table table = new Table("day", "segment", "each", "all")
                .groups("", "", "cost in all", "")
                .texts(2)
                .row("2026-01-05", "vip", "1.00", "12.00");

        assertThat(table.lines())
                .containsExactly(
                        "                     cost in all",
                        "day         segment  each    all",
                        "--------------------------------",
                        "2026-01-05  vip      1.00  12.00");
    }

    @ParameterizedTest
    @CsvSource({"400, 0 s", "12499, 12 s", "250000, 4 min 10 s", "7500000, 2 h 05 min", "273600000, 3 d 04 h"})
    void spans_of_time_are_read_in_their_two_largest_units(double millis, String text) {
        assertThat(Durations.text(millis)).isEqualTo(text);
    }

    @Test
    void what_does_not_exist_is_a_dash() {
        assertThat(Figures.percent(null)).isEqualTo("-");
        assertThat(Figures.percent(0.796014)).isEqualTo("79.6 %");
        assertThat(Figures.decimal(8.297475)).isEqualTo("8.30");
        assertThat(Figures.oneDecimal(5.25)).isEqualTo("5.3");
        assertThat(Figures.whole(-12.5)).isEqualTo("-12");
        assertThat(Durations.text(null)).isEqualTo("-");
        assertThat(Figures.count(23_798)).isEqualTo("23,798");
    }
}
