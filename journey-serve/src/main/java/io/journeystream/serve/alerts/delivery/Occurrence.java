package io.journeystream.serve.alerts.delivery;

import io.journeystream.alerts.Alert;
import io.journeystream.alerts.AlertStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One time that an alert fired. */
record Occurrence(String fingerprint, Instant firedAt) {

    /** The one of which an alert speaks; null if it has not fired. */
    static @Nullable Occurrence of(Alert alert) {
        Instant fired = alert.getFiredAt();
        return fired == null || alert.getStatus() == AlertStatus.PENDING
                ? null
                : new Occurrence(alert.getFingerprint(), fired);
    }

    boolean isFiring(Alert present) {
        return present.getStatus() == AlertStatus.FIRING && isOf(present);
    }

    boolean isOf(Alert alert) {
        return fingerprint.equals(alert.getFingerprint()) && firedAt.equals(alert.getFiredAt());
    }
}
