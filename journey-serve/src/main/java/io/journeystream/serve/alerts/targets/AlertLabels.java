package io.journeystream.serve.alerts.targets;

import io.journeystream.alerts.Alert;
import io.journeystream.health.CellKey;
import io.journeystream.serve.alerts.wording.AlertText;
import io.journeystream.serve.alerts.wording.Fact;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** An alert as Prometheus speaks of alerts: labels say which it is, annotations what is to be said of it. */
final class AlertLabels {
    private AlertLabels() {}

    /** Those of the rule may add to ours, and change none. */
    static Map<String, String> of(Alert alert, boolean isTest) {
        Map<String, String> labels = new TreeMap<>();
        alert.getLabels().forEach((name, value) -> labels.put(name(name), value));
        labels.put("alertname", alert.getRule());
        labels.put("type", alert.getType());
        labels.put("severity", NoticeJson.word(alert.getSeverity()));
        labels.put("metric", alert.getMetric());
        if (alert.getTeam() != null) {
            labels.put("team", alert.getTeam());
        }
        if (!alert.getDimension().equals(CellKey.ALL)) {
            labels.put("dimension", alert.getDimension());
            labels.put("value", Objects.requireNonNullElse(alert.getValue(), "(none)"));
        }
        if (isTest) {
            labels.put("test", "true");
        }
        labels.values().removeIf(String::isEmpty); // no value is no label there
        return labels;
    }

    /** As Alertmanager takes names: what it does not take becomes {@code _}. */
    private static String name(String written) {
        String name = written.replaceAll("[^A-Za-z0-9_]", "_");
        return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "_" + name : name;
    }

    static Map<String, String> annotations(Alert alert, boolean isTest) {
        AlertText text = AlertText.of(alert);
        Map<String, String> annotations = new TreeMap<>();
        annotations.put("summary", (isTest ? "Test: " : "") + text.title());
        annotations.put("description", text.sentence());
        for (Fact fact : text.facts()) {
            annotations.put(name(fact.name().toLowerCase(Locale.ROOT)), fact.value());
        }
        if (!text.drivers().isEmpty()) {
            annotations.put("drivers", String.join("; ", text.drivers()));
        }
        if (!text.examples().isEmpty()) {
            annotations.put("examples", String.join(", ", text.examples()));
        }
        return annotations;
    }
}
