package io.journeystream.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

    @ParameterizedTest
    @CsvSource({
        "RATE, 0.0472, 4.7 %",
        "RATE, 0.0475, 4.8 %",
        "RATE, -0.00001, 0.0 %",
        "RATE, 1, 100.0 %",
        "OF_HUNDRED, 41.25, 41.3 of 100",
        "OF_SEVEN, 5.2, 5.20 of 7",
        "OF_FIVE, 4.1, 4.10 of 5",
        "SCORE, -12, -12.0",
        "MONEY, 1234.5, '1,234.50 a journey'",
        "PER_JOURNEY, 0.125, 0.13 a journey",
        "NUMBER, 1204, '1,204'",
        "HOURS, 5, 5.0 h",
        "RATE, NaN, unknown"
    })
    void a_value_is_said_in_its_unit(Unit unit, double value, String said) {
        assertThat(unit.say(value)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "RATE, -0.261, -26.1 points",
        "RATE, 0.01, +1.0 points",
        "MONEY, 2.5, +2.50 a journey",
        "NUMBER, -40, -40",
        "SCORE, Infinity, unknown"
    })
    void a_difference_is_said_with_its_sign(Unit unit, double difference, String said) {
        assertThat(unit.sayDifference(difference)).isEqualTo(said);
    }

    @Test
    void every_metric_has_a_unit() {
        assertThat(Metric.values())
                .allSatisfy(metric -> assertThat(metric.unit()).isNotNull());
    }
}
