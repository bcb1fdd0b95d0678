package io.journeystream.serve.alerts;

import io.journeystream.alerts.Alert;
import io.journeystream.alerts.AlertStatus;
import io.journeystream.alerts.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Alerts as the evaluator would write them. */
public final class Alerts {
    private Alerts() {}

    /** One that has fired, and fires. */
    public static Alert firing(String fingerprint, Instant firedAt) {
        return builder(fingerprint, firedAt).setFiredAt(firedAt).build();
    }

    /** The same, when it is over. */
    public static Alert over(Alert firing, Instant resolvedAt) {
        return Alert.newBuilder(firing)
                .setStatus(AlertStatus.RESOLVED)
                .setResolvedAt(resolvedAt)
                .setAskedAt(resolvedAt)
                .build();
    }

    /** One that is bad again, and not for long enough to fire. */
    public static Alert pending(String fingerprint, Instant since) {
        return builder(fingerprint, since).setStatus(AlertStatus.PENDING).build();
    }

    public static Alert with(Alert alert, Severity severity) {
        return Alert.newBuilder(alert).setSeverity(severity).build();
    }

    private static Alert.Builder builder(String fingerprint, Instant since) {
        return Alert.newBuilder()
                .setFingerprint(fingerprint)
                .setRule("bot-outage")
                .setStatus(AlertStatus.FIRING)
                .setSeverity(Severity.WARNING)
                .setType("billing")
                .setTeam("billing")
                .setDimension("ALL")
                .setLabels(Map.of("area", "bot"))
                .setMetric("fcr")
                .setMeasured(0.4)
                .setAgainst(0.7)
                .setSample(120)
                .setWindowFrom(since)
                .setWindowTo(since)
                .setSince(since)
                .setLastBadAt(since)
                .setAskedAt(since)
                .setMessage("fcr of billing is 0.4")
                .setCells(List.of());
    }
}
