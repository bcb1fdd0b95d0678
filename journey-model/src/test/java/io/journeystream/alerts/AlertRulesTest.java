package io.journeystream.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.DefinitionsFile;
import io.journeystream.definitions.Reading;
import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.definitions.yaml.Mistake;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person may write under alerts, and what is said of mistakes. */
class AlertRulesTest {
    private static WrittenDefinitions written(String content) {
        Reading reading = DefinitionsFile.parse("journeys.yaml", content.getBytes(StandardCharsets.UTF_8));
        return ((Reading.Read) reading).written();
    }

    private static List<String> mistakes(String content) {
        WrittenDefinitions written = written(content);
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return AlertRules.read("journeys.yaml", bytes, written.definitions()).mistakes().stream()
                .map(Mistake::toString)
                .toList();
    }

    @Test
    void everything_that_is_given_is_read_and_the_rest_is_standard() {
        List<AlertRule> rules = AlertRules.of(written("""
                health: {dimensions: [segment]}
                alerts:
                  - name: bot-outage
                    types: [billing]
                    by: segment
                    metric: containment-strict
                    figures: provisional
                    window: 2h
                    minimum: 50
                    below: 0.15
                    clear: 0.2
                    for: 1h
                    keep-firing-for: 30m
                    severity: critical
                    labels: {runbook: bots}
                    message: the bot is down
                  - {name: fcr, metric: fcr, target: {tolerance: 0.02}}
                  - {name: dear, metric: cost, change: {weeks: 6, deviations: 4, least: 0.5}}
                  - {name: burn, metric: fcr, burn: {rate: 3, short: 2h}}
                """));

        assertThat(rules).hasSize(4);
        AlertRule bot = rules.get(0);
        assertThat(bot.dimension()).isEqualTo("segment");
        assertThat(bot.counted()).isEqualTo(Counted.PROVISIONAL);
        assertThat(bot.window()).isEqualTo(2);
        assertThat(bot.condition()).isEqualTo(new Condition.Limit(true, 0.15, 0.2));
        assertThat(bot.lasting()).isEqualTo(Duration.ofHours(1));
        assertThat(bot.keepFiring()).isEqualTo(Duration.ofMinutes(30));
        assertThat(bot.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(bot.labels()).isEqualTo(Map.of("runbook", "bots"));
        assertThat(rules.get(1).condition()).isEqualTo(new Condition.MissedTarget(0.02));
        assertThat(rules.get(1).counted()).isEqualTo(Counted.ALL);
        assertThat(rules.get(1).minimum()).isEqualTo(30);
        assertThat(rules.get(2).condition()).isEqualTo(new Condition.Change(6, 4, 0.5));
        assertThat(rules.get(3).condition()).isEqualTo(new Condition.Burn(3, 2));
    }

    @Test
    void every_mistake_is_told_at_once_with_its_place_and_what_was_perhaps_meant() {
        List<String> mistakes = mistakes("""
                alerts:
                  - {name: a, metric: containment-strickt, below: 0.2}
                  - {name: a, metric: fcr, below: 0.2, clear: 0.1, window: 90m}
                  - {metric: fcr, below: 1, above: 2, severety: warning}
                  - {name: b, by: segment, metric: fcr}
                  - {name: c, metric: fcr, below: 0.2, message: "{metrik} of {type} is {measured}"}
                """);

        assertThat(mistakes).hasSize(10);
        assertThat(mistakes.get(0)).contains("containment-strict?").endsWith("(journeys.yaml:2:23)");
        assertThat(mistakes)
                .anyMatch(each -> each.contains("a is given to two rules") && each.endsWith(":3:12)"))
                .anyMatch(each -> each.contains("clear must be at least 0.2"))
                .anyMatch(each -> each.contains("window must be whole hours"))
                .anyMatch(each -> each.contains("needs a name"))
                .anyMatch(each -> each.contains("below and above are given"))
                .anyMatch(each -> each.contains("severety is not known here") && each.contains("severity?"))
                .anyMatch(each -> each.contains("by must be one of ALL, entryChannel"))
                .anyMatch(each -> each.contains("none is given"))
                .anyMatch(each -> each.contains("names metrik") && each.contains("metric?"));
    }

    @Test
    void rules_change_no_version_of_definitions() {
        assertThat(written("alerts: [{name: a, metric: fcr, below: 0.2}]").definitions())
                .isEqualTo(written("").definitions());
    }
}
