package io.journeystream.serve.alerts.targets;

import io.journeystream.alerts.Alert;
import java.time.Instant;
import java.util.List;

/**
 * What one subscription is told at once.
 *
 * @param id the same whenever this notice is sent again, so that a receiver can tell; visible characters of ASCII
 * @param subscription id of the subscription
 * @param alerts of which it speaks, at least one; each says whether it fires or is over
 * @param at when it was due, which does not change when it is sent again
 * @param isTest whether somebody only tries whether it arrives
 */
public record Notice(String id, String subscription, List<Alert> alerts, Instant at, boolean isTest) {

    private static final int LONGEST_ID = 200;

    public Notice {
        if (id.isEmpty() || id.length() > LONGEST_ID || !id.chars().allMatch(each -> each > ' ' && each < '\u007f')) {
            throw new IllegalArgumentException("the id of a notice must be at most " + LONGEST_ID
                    + " visible characters of ASCII, since it becomes a header, was " + id);
        }
        alerts = List.copyOf(alerts);
        if (alerts.isEmpty()) {
            throw new IllegalArgumentException("a notice speaks of at least one alert");
        }
    }
}
