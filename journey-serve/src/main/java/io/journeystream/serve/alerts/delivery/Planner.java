package io.journeystream.serve.alerts.delivery;

import io.journeystream.alerts.Alert;
import io.journeystream.alerts.AlertStatus;
import io.journeystream.serve.alerts.subscriptions.Subscription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which notices are due (docs/subscriptions.md). Knows no Kafka and no clock: the same situation gives the same notices,
 * so an instance that takes over, or starts again, tells the same.
 */
public final class Planner {
    private final Situation situation;
    private final Map<String, List<Telling>> told = new HashMap<>();

    private Planner(Situation situation) {
        this.situation = situation;
        situation
                .told()
                .forEach(telling -> told.computeIfAbsent(telling.notice().subscription(), id -> new ArrayList<>())
                        .add(telling));
    }

    /** What is due and has not been told yet, in the order in which it is to be sent. */
    public static List<Telling> due(Situation situation) {
        Planner planner = new Planner(situation);
        return situation.subscriptions().stream()
                .flatMap(subscription -> planner.due(subscription).stream())
                .toList();
    }

    private List<Telling> due(Subscription subscription) {
        Map<Occurrence, Past> past = Past.of(told.getOrDefault(subscription.id(), List.of()), subscription.since());
        Map<List<String>, Group> groups = new HashMap<>();
        Function<Alert, Group> group =
                alert -> groups.computeIfAbsent(subscription.grouping().key(alert), key -> new Group());
        situation.alerts().values().forEach(known -> firing(subscription, known, past, group));
        past.values().forEach(each -> ended(subscription, each, group));
        past.values().forEach(each -> group.apply(each.content()).was(each));
        return groups.values().stream()
                .flatMap(each -> each.due(subscription, situation.now()).stream())
                .toList();
    }

    private @Nullable Known present(Past past) {
        return situation.alerts().get(past.content().getFingerprint());
    }

    private void firing(
            Subscription subscription, Known known, Map<Occurrence, Past> past, Function<Alert, Group> group) {
        Alert alert = known.alert();
        Occurrence occurrence = Occurrence.of(alert);
        if (occurrence == null || alert.getStatus() != AlertStatus.FIRING || !hears(subscription, alert)) {
            return;
        }
        Past before = past.get(occurrence);
        if (before == null || !before.isTried()) {
            group.apply(alert).changed(known, before == null ? 0 : before.firings());
        } else {
            group.apply(alert).fires(before, alert);
        }
    }

    private boolean hears(Subscription subscription, Alert alert) {
        return subscription.hearing().hears(alert)
                && !subscription.holds(alert.getSeverity(), situation.now())
                && situation.silences().stream()
                        .noneMatch(silence -> silence.mutes(subscription, alert, situation.now()));
    }

    /** Silences do not hold back that something is over: whoever was called out is to hear of it. */
    private void ended(Subscription subscription, Past past, Function<Alert, Group> group) {
        Known present = present(past);
        if (present == null || !subscription.resolved() || !past.awaitsEnd() || past.isFiring(present)) {
            return; // of an alert that cannot be read nobody knows whether it is over
        }
        Alert alert = past.ended(present);
        if (!subscription.holds(alert.getSeverity(), situation.now())) {
            group.apply(past.content()).changed(new Known(alert, present.seen()), 0);
        }
    }
}
