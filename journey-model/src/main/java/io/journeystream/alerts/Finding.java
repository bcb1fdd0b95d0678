package io.journeystream.alerts;

import io.journeystream.alerts.AlertState.Phase;
import io.journeystream.events.Digests;
import io.journeystream.health.CellKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found of a subject at the end of an hour, and how the alert stands then.
 *
 * @param team that owns the type; null if none does
 * @param basis by what it was judged; null if that is of no matter later
 * @param asked the end of the hour, epoch milliseconds
 * @param to end of the rule's window, epoch milliseconds
 */
record Finding(
        AlertRule rule,
        Subject subject,
        @Nullable String team,
        @Nullable String basis,
        Reading reading,
        long asked,
        long to) {
    long from() {
        return to - rule.window() * HourlyCells.HOUR;
    }

    /** By which one alert is known from now on: 20 hex digits of rule and subject. */
    static String fingerprint(AlertRule rule, Subject subject) {
        String value = subject.value() == null ? "" : "=" + subject.value();
        String name = String.join("\n", rule.name(), subject.type(), subject.dimension()) + value;
        return Digests.hex20(name.getBytes(StandardCharsets.UTF_8));
    }

    /** @param before how the alert stood; null if there was none, or it was over */
    Alert alert(@Nullable Alert before, AlertState now, HourlyCells cells, Drivers drivers) {
        Alert.Builder alert = before == null ? begun() : Alert.newBuilder(before);
        alert.setAskedAt(Instant.ofEpochMilli(asked));
        if (now.phase() == Phase.INACTIVE) {
            return alert.setStatus(AlertStatus.RESOLVED)
                    .setResolvedAt(Instant.ofEpochMilli(asked))
                    .build();
        }
        if (alert.getFiredAt() == null) {
            address(alert);
        }
        measure(alert, cells);
        alert.setLastBadAt(Instant.ofEpochMilli(now.lastBad()));
        if (now.phase() == Phase.FIRING && alert.getFiredAt() == null) {
            fire(alert, drivers);
        }
        return alert.build();
    }

    private Alert.Builder begun() {
        return Alert.newBuilder()
                .setFingerprint(fingerprint(rule, subject))
                .setRule(rule.name())
                .setStatus(AlertStatus.PENDING)
                .setType(subject.type())
                .setDimension(subject.dimension())
                .setValue(subject.value())
                .setSince(Instant.ofEpochMilli(asked))
                .setCells(List.of())
                .setDrivers(List.of())
                .setExamples(List.of());
    }

    /** By this others know it, such as an Alertmanager by its labels: while it fires, it stays as it is. */
    private void address(Alert.Builder alert) {
        alert.setSeverity(rule.severity()).setTeam(team).setLabels(rule.labels());
    }

    private void measure(Alert.Builder alert, HourlyCells cells) {
        alert.setMetric(rule.metric().toString())
                .setMeasured(reading.value())
                .setAgainst(reading.against())
                .setSample(reading.sample())
                .setWindowFrom(Instant.ofEpochMilli(from()))
                .setWindowTo(Instant.ofEpochMilli(to))
                .setMessage(AlertMessage.of(rule, subject, reading, to))
                .setCells(cells.names(subject, to - 1, rule.window()).stream()
                        .map(CellKey::toString)
                        .toList());
    }

    private void fire(Alert.Builder alert, Drivers drivers) {
        long last = to - 1;
        long lastAtFirst = last - (asked - alert.getSince().toEpochMilli());
        alert.setStatus(AlertStatus.FIRING)
                .setFiredAt(Instant.ofEpochMilli(asked))
                .setBasis(basis)
                .setDrivers(drivers.of(rule, subject, last, lastAtFirst));
    }
}
