package io.journeystream.local.clients;

import io.journeystream.alerts.Alert;
import io.journeystream.alerts.AlertStatus;
import io.journeystream.alerts.Driver;
import io.journeystream.alerts.Severity;
import io.journeystream.serve.alerts.targets.Notice;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** An alert of the last hour, as receivers are told of it. */
record BrokenBot(Instant now) {

    /** That has been broken for an hour. */
    static BrokenBot today() {
        return new BrokenBot(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    Alert firing() {
        return builder().build();
    }

    Alert resolved() {
        return builder()
                .setStatus(AlertStatus.RESOLVED)
                .setResolvedAt(now)
                .setMessage("Strict containment of billing is back at 31.2 %.")
                .build();
    }

    private Alert.Builder builder() {
        return Alert.newBuilder()
                .setFingerprint("0f3c1d2b4a5968778695")
                .setRule("bot-outage")
                .setStatus(AlertStatus.FIRING)
                .setSeverity(Severity.CRITICAL)
                .setType("billing")
                .setTeam("billing-care")
                .setDimension("ALL")
                .setLabels(Map.of("page", "yes"))
                .setMetric("containment-strict")
                .setMeasured(0.0472)
                .setAgainst(0.15)
                .setSample(1204)
                .setWindowFrom(now.minus(2, ChronoUnit.HOURS))
                .setWindowTo(now.minus(1, ChronoUnit.HOURS))
                .setSince(now.minus(1, ChronoUnit.HOURS))
                .setLastBadAt(now.minus(1, ChronoUnit.HOURS))
                .setFiredAt(now.minus(1, ChronoUnit.HOURS))
                .setAskedAt(now)
                .setMessage(
                        "Strict containment of billing was 4.7 % of 1,204, below 15 % \u2013 z\u00fcgig pr\u00fcfen.")
                .setCells(List.of())
                .setDrivers(List.of(new Driver("entryChannel", "bot", -0.261, 0.334, 0.012)))
                .setExamples(List.of("j_5f0c9a"));
    }

    Notice notice(Alert... alerts) {
        return new Notice("n_5b1f0c77", "billing-care", List.of(alerts), now, false);
    }
}
