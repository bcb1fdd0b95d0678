package io.journeystream.serve.alerts.wording;

import io.journeystream.alerts.Alert;
import io.journeystream.alerts.AlertStatus;
import io.journeystream.alerts.Driver;
import io.journeystream.health.CellKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An alert as people are told of it: plain text, which whoever shows it must escape.
 *
 * @param title a line, such as {@code Critical: bot-outage in billing}
 * @param sentence what has happened
 * @param facts in the order in which they matter
 * @param drivers which journeys have moved the metric most, a line each
 * @param examples ids of journeys
 */
public record AlertText(
        String title, String sentence, List<Fact> facts, List<String> drivers, List<String> examples, boolean isOver) {
    private static final int LONGEST_TITLE = 150;
    private static final int LONGEST_SENTENCE = 1_000;
    private static final int LONGEST_LINE = 200;
    private static final int MOST = 5;

    public AlertText {
        facts = List.copyOf(facts);
        drivers = List.copyOf(drivers);
        examples = List.copyOf(examples);
    }

    /** An alert in words. */
    public static AlertText of(Alert alert) {
        MetricWords metric = MetricWords.of(alert.getMetric());
        String correction = alert.getCorrection();
        return new AlertText(
                OneLine.of(
                        kind(alert) + ": " + alert.getRule() + (isAboutSource(alert) ? ", " : " in ") + subject(alert),
                        LONGEST_TITLE),
                OneLine.of(correction == null ? alert.getMessage() : correction, LONGEST_SENTENCE),
                facts(alert, metric),
                alert.getDrivers().stream()
                        .limit(MOST)
                        .map(driver -> OneLine.of(line(driver, metric), LONGEST_LINE))
                        .toList(),
                alert.getExamples().stream()
                        .limit(MOST)
                        .map(id -> OneLine.of(id, LONGEST_LINE))
                        .toList(),
                alert.getStatus() == AlertStatus.RESOLVED);
    }

    private static String kind(Alert alert) {
        if (alert.getCorrection() != null) {
            return "Taken back";
        }
        if (alert.getStatus() == AlertStatus.RESOLVED) {
            return "Over";
        }
        String severity = alert.getSeverity().name();
        return severity.charAt(0) + severity.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String subject(Alert alert) {
        if (alert.getDimension().equals(CellKey.ALL)) {
            return alert.getType();
        }
        String part = alert.getDimension() + " " + value(alert.getValue());
        return isAboutSource(alert) ? part : alert.getType() + ", " + part;
    }

    /** Of which nothing is heard; such an alert is about no journeys. */
    private static boolean isAboutSource(Alert alert) {
        return alert.getType().isEmpty();
    }

    private static String value(@Nullable String value) {
        return Objects.requireNonNullElse(value, "(none)");
    }

    private static List<Fact> facts(Alert alert, MetricWords metric) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(metric.name(), metric.say(alert.getMeasured())));
        if (alert.getAgainst() != null) {
            facts.add(Fact.of("Held against", metric.say(alert.getAgainst())));
        }
        if (!isAboutSource(alert)) {
            facts.add(Fact.of("Sample", String.format(Locale.ROOT, "%,d", alert.getSample())));
        }
        facts.add(Fact.of("Window", Times.say(alert.getWindowFrom(), alert.getWindowTo())));
        facts.add(Fact.of("Bad since", Times.say(alert.getSince())));
        if (alert.getResolvedAt() != null) {
            facts.add(Fact.of("Over since", Times.say(alert.getResolvedAt())));
        }
        facts.add(Fact.of("Rule", alert.getRule()));
        facts.add(Fact.of(isAboutSource(alert) ? "About" : "Journeys", subject(alert)));
        if (alert.getTeam() != null) {
            facts.add(Fact.of("Team", alert.getTeam()));
        }
        return facts;
    }

    private static String line(Driver driver, MetricWords metric) {
        return driver.getDimension() + " " + value(driver.getValue()) + ": "
                + metric.sayDifference(driver.getMoved()) + " (before " + metric.say(driver.getBefore()) + ", now "
                + metric.say(driver.getMeasured()) + ")";
    }
}
