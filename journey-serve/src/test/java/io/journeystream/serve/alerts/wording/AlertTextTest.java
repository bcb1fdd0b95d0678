package io.journeystream.serve.alerts.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.alerts.Alert;
import io.journeystream.alerts.Severity;
import io.journeystream.serve.alerts.targets.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertTextTest {

    @Test
    void an_alert_is_told_in_words_of_people() {
        AlertText text = AlertText.of(Sample.firing());

        assertThat(text.title()).isEqualTo("Critical: bot-outage in billing");
        assertThat(text.sentence()).startsWith("Strict containment of billing was 4.7 %");
        assertThat(text.facts())
                .containsExactly(
                        new Fact("Containment, strict", "4.7 %"),
                        new Fact("Held against", "15.0 %"),
                        new Fact("Sample", "1,204"),
                        new Fact("Window", "2 h to 2026-01-05 11:00 UTC"),
                        new Fact("Bad since", "2026-01-05 10:00 UTC"),
                        new Fact("Rule", "bot-outage"),
                        new Fact("Journeys", "billing"),
                        new Fact("Team", "billing-care"));
        assertThat(text.drivers()).containsExactly("entryChannel bot: -26.1 points (before 33.4 %, now 1.2 %)");
        assertThat(text.examples()).containsExactly("j_5f0c9a", "j_77d1e2");
    }

    @Test
    void what_is_over_says_since_when() {
        AlertText text = AlertText.of(Sample.resolved());

        assertThat(text.title()).isEqualTo("Over: bot-outage in billing");
        assertThat(text.facts()).contains(new Fact("Over since", "2026-01-05 12:00 UTC"));
    }

    @Test
    void what_should_not_have_fired_is_taken_back_with_the_reason() {
        Alert corrected = Alert.newBuilder(Sample.resolved())
                .setCorrection("Late events have made it 21 % after all.")
                .build();

        assertThat(AlertText.of(corrected).title()).isEqualTo("Taken back: bot-outage in billing");
        assertThat(AlertText.of(corrected).sentence()).isEqualTo("Late events have made it 21 % after all.");
    }

    @Test
    void the_value_of_a_dimension_belongs_to_the_title() {
        Alert one =
                Sample.builder().setDimension("entryChannel").setValue("bot").build();
        Alert without = Sample.builder().setDimension("segment").setValue(null).build();

        assertThat(AlertText.of(one).title()).isEqualTo("Critical: bot-outage in billing, entryChannel bot");
        assertThat(AlertText.of(without).title()).isEqualTo("Critical: bot-outage in billing, segment (none)");
    }

    @Test
    void a_source_of_which_nothing_is_heard_is_no_journeys() {
        Alert alert = Sample.builder()
                .setType("")
                .setDimension("source")
                .setValue("acd")
                .setMetric("silence")
                .setMeasured(5.0)
                .build();

        assertThat(AlertText.of(alert).title()).isEqualTo("Critical: bot-outage, source acd");
        assertThat(AlertText.of(alert).facts())
                .contains(new Fact("Silence", "5.0 h"), new Fact("About", "source acd"))
                .noneMatch(fact -> fact.name().equals("Sample"));
    }

    @ParameterizedTest
    @CsvSource({
        "fcr, 0.79, First-contact resolution, 79.0 %",
        "effort, 41.26, Effort, 41.3 of 100",
        "ces, 5.2, Customer effort score, 5.20 of 7",
        "csat, 4.125, Satisfaction, 4.13 of 5",
        "nps, -12.04, Net promoter score, -12.0",
        "cost, 1234.5, Cost, '1,234.50 a journey'",
        "journeys, 12345, Journeys, '12,345'",
        "of-a-newer-version, 0.5, of-a-newer-version, 0.5"
    })
    void a_metric_is_told_in_its_unit(String metric, double measured, String name, String value) {
        Alert alert = Sample.builder().setMetric(metric).setMeasured(measured).build();

        assertThat(AlertText.of(alert).facts().get(0)).isEqualTo(new Fact(name, value));
    }

    @Test
    void nothing_measured_is_said_so() {
        Alert alert = Sample.builder().setMeasured(null).setAgainst(null).build();

        assertThat(AlertText.of(alert).facts().get(0).value()).isEqualTo("nothing to measure");
        assertThat(AlertText.of(alert).facts()).noneMatch(fact -> fact.name().equals("Held against"));
    }

    @Test
    void several_are_counted_and_those_that_fire_come_first() {
        NoticeText text = NoticeText.of(List.of(Sample.resolved(), Sample.firing()), true);

        assertThat(text.title()).isEqualTo("Test: 1 alert is firing, 1 over");
        assertThat(text.alerts()).extracting(AlertText::isOver).containsExactly(false, true);
        assertThat(text.atMost(1).leftOut()).isEqualTo(1);
    }

    @Test
    void a_line_stays_one_and_short() {
        assertThat(OneLine.of("  a\r\nb\u202ec\u0000d\u2028e ", 100)).isEqualTo("a b c d e");
        assertThat(OneLine.of("\ud83d\ude80".repeat(10), 5)).isEqualTo("\ud83d\ude80".repeat(4) + "\u2026");
    }

    @Test
    void severity_is_told_first() {
        Alert alert = Sample.builder().setSeverity(Severity.INFO).build();

        assertThat(AlertText.of(alert).title()).startsWith("Info: ");
    }
}
