package io.journeystream.serve.alerts.subscriptions;

import io.journeystream.alerts.Severity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who hears of which alerts, and when. Where to is in {@code to:} of the content, which the targets read.
 *
 * @param quiet null: no quiet hours
 * @param repeat after how long it is told again that an alert fires; null: never
 * @param resolved whether it is told that an alert is over
 * @param content in YAML
 * @param since when it was written
 */
public record Subscription(
        String id,
        String team,
        Hearing hearing,
        @Nullable QuietHours quiet,
        @Nullable Duration repeat,
        Grouping grouping,
        boolean resolved,
        String content,
        Instant since)
        implements Entry {

    /** Whether an alert of that severity has to wait for the end of quiet hours. */
    public boolean holds(Severity severity, Instant at) {
        return quiet != null && quiet.hold(severity, at);
    }
}
