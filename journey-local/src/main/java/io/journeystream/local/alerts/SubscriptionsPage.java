package io.journeystream.local.alerts;

import io.journeystream.alerts.SubscriptionKind;
import io.journeystream.alerts.WrittenSubscription;
import io.journeystream.local.view.Table;
import io.journeystream.serve.alerts.subscriptions.Entries;
import io.journeystream.serve.alerts.subscriptions.Hearing;
import io.journeystream.serve.alerts.subscriptions.QuietHours;
import io.journeystream.serve.alerts.subscriptions.Silence;
import io.journeystream.serve.alerts.subscriptions.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Subscriptions and silences, for a person to read. */
public final class SubscriptionsPage {
    private SubscriptionsPage() {}

    /** A line each, in the given order; what cannot be read says so. */
    public static List<String> lines(Entries entries, List<WrittenSubscription> written, Instant now) {
        if (written.isEmpty()) {
            return List.of("nobody has subscribed: see ./journey subscriptions put --help");
        }
        Table table = new Table("id", "team", "kind", "alerts", "when").texts(5);
        written.forEach(each -> table.row(
                each.getId(),
                each.getTeam(),
                each.getKind() == SubscriptionKind.SILENCE ? "silence" : "subscription",
                entries.find(each.getId())
                        .map(entry -> entry instanceof Subscription subscription
                                ? alerts(subscription.hearing())
                                : alerts(((Silence) entry).match()))
                        .orElse("cannot be read"),
                entries.find(each.getId())
                        .map(entry -> entry instanceof Subscription subscription
                                ? when(subscription)
                                : when((Silence) entry, now))
                        .orElse(entries.unreadable().getOrDefault(each.getId(), ""))));
        return table.lines();
    }

    private static String alerts(Hearing hearing) {
        List<String> parts = new ArrayList<>();
        add(parts, "team", hearing.teams());
        add(parts, "type", hearing.types());
        add(
                parts,
                "severity",
                hearing.severities().stream()
                        .map(severity -> severity.name().toLowerCase(Locale.ROOT))
                        .toList());
        add(parts, "rule", hearing.rules());
        for (Map.Entry<String, String> label : hearing.labels().entrySet()) {
            parts.add(label.getKey() + "=" + label.getValue());
        }
        return parts.isEmpty() ? "all" : String.join("; ", parts);
    }

    private static void add(List<String> parts, String name, Collection<String> wanted) {
        if (!wanted.isEmpty()) {
            parts.add(name + " " + String.join(", ", wanted.stream().sorted().toList()));
        }
    }

    private static String when(Subscription subscription) {
        Duration repeat = subscription.repeat();
        QuietHours quiet = subscription.quiet();
        return (repeat == null ? "once" : "again every " + written(repeat))
                + (quiet == null ? "" : ", not from " + quiet.from() + " to " + quiet.to() + " in " + quiet.zone());
    }

    private static String written(Duration duration) {
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    private static String when(Silence silence, Instant now) {
        String state = silence.holds(now) ? "holds" : now.isBefore(silence.end()) ? "waits" : "is over";
        return state + ": " + Moments.minute(silence.from()) + " to " + Moments.minute(silence.until())
                + (silence.weekly() == null ? "" : ", weekly") + ": " + silence.why();
    }
}
