package io.journeystream.serve.alerts.targets;

import io.journeystream.alerts.Alert;
import io.journeystream.alerts.AlertStatus;
import io.journeystream.alerts.Driver;
import io.journeystream.alerts.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Alerts and notices that tests tell targets of. */
public final class Sample {
    static final Instant ELEVEN = Instant.parse("2026-01-05T11:00:00Z");

    private Sample() {}

    /** A bot that has broken. */
    public static Alert firing() {
        return builder().build();
    }

    /** The same an hour later, mended. */
    public static Alert resolved() {
        return builder()
                .setStatus(AlertStatus.RESOLVED)
                .setMeasured(0.312)
                .setResolvedAt(Instant.parse("2026-01-05T12:00:00Z"))
                .setAskedAt(Instant.parse("2026-01-05T12:00:00Z"))
                .setMessage("Strict containment of billing is back at 31.2 %.")
                .build();
    }

    /** To be altered. */
    public static Alert.Builder builder() {
        return Alert.newBuilder()
                .setFingerprint("0f3c1d2b4a5968778695")
                .setRule("bot-outage")
                .setStatus(AlertStatus.FIRING)
                .setSeverity(Severity.CRITICAL)
                .setType("billing")
                .setTeam("billing-care")
                .setDimension("ALL")
                .setValue(null)
                .setLabels(Map.of("page", "yes"))
                .setMetric("containment-strict")
                .setMeasured(0.0472)
                .setAgainst(0.15)
                .setSample(1204)
                .setWindowFrom(Instant.parse("2026-01-05T09:00:00Z"))
                .setWindowTo(ELEVEN)
                .setSince(Instant.parse("2026-01-05T10:00:00Z"))
                .setLastBadAt(ELEVEN)
                .setFiredAt(ELEVEN)
                .setAskedAt(ELEVEN)
                .setMessage("Strict containment of billing was 4.7 % of 1,204 in the last 2 h, below 15 %.")
                .setCells(List.of("billing/HOUR/2026-01-05T09Z/ALL", "billing/HOUR/2026-01-05T10Z/ALL"))
                .setDrivers(List.of(new Driver("entryChannel", "bot", -0.261, 0.334, 0.012)))
                .setExamples(List.of("j_5f0c9a", "j_77d1e2"));
    }

    /** What nobody should be able to do anything with. */
    static Alert hostile() {
        return builder()
                .setRule("<!channel> **bold** [x](https://evil.example)")
                .setType("a\r\nBcc: victim@example.org")
                .setTeam("<script>alert(1)</script>")
                .setMessage("<https://evil.example|click> & \"quotes\"\r\n.\r\nMAIL FROM:<x@y>\u202e")
                .setExamples(List.of("<b>j</b>"))
                .build();
    }

    /** Due at eleven. */
    public static Notice notice(Alert... alerts) {
        return new Notice("n_5b1f0c77", "billing-care", List.of(alerts), ELEVEN, false);
    }
}
