package io.journeystream.serve.alerts.delivery;

import io.journeystream.alerts.Alert;
import io.journeystream.alerts.AlertStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers since when each alert is known to stand as it does. Not kept over a restart, after which groups wait anew: that
 * is later by half a minute, and changes no notice's id.
 */
final class Sightings {
    private final Map<String, Seen> byFingerprint = new HashMap<>();

    private record Standing(
            AlertStatus status,
            @Nullable Instant firedAt,
            @Nullable Instant resolvedAt) {
        static Standing of(Alert alert) {
            return new Standing(alert.getStatus(), alert.getFiredAt(), alert.getResolvedAt());
        }
    }

    private record Seen(Standing standing, Instant at) {}

    /** All of them, by fingerprint, with since when. */
    Map<String, Known> see(Collection<Alert> present, Instant now) {
        Map<String, Known> known = new HashMap<>();
        for (Alert alert : present) {
            known.put(alert.getFingerprint(), new Known(alert, since(alert, now)));
        }
        byFingerprint.keySet().retainAll(known.keySet());
        return known;
    }

    private Instant since(Alert alert, Instant now) {
        Standing standing = Standing.of(alert);
        Seen before = byFingerprint.get(alert.getFingerprint());
        if (before == null || !before.standing().equals(standing)) {
            before = new Seen(standing, now);
            byFingerprint.put(alert.getFingerprint(), before);
        }
        return before.at();
    }
}
