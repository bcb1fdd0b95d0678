package io.journeystream.serve.alerts.targets;

import io.journeystream.alerts.Alert;
import java.time.Instant;
import java.util.List;

/**
 * What one subscription is told at once.
 *
 * @param id the same whenever this notice is sent again, so that a receiver can tell
 * @param subscription id of the subscription
 * @param alerts of which it speaks, at least one; each says whether it fires or is over
 * @param at when it was due, which does not change when it is sent again
 * @param isTest whether somebody only tries whether it arrives
 */
public record Notice(String id, String subscription, List<Alert> alerts, Instant at, boolean isTest) {

    public Notice {
        alerts = List.copyOf(alerts);
        if (alerts.isEmpty()) {
            throw new IllegalArgumentException("a notice speaks of at least one alert");
        }
    }
}
