package io.journeystream.serve.alerts.subscriptions;

import io.journeystream.alerts.Alert;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which alerts share a notice.
 *
 * @param by what they must have in common, out of {@link #WAYS}; nothing: all share one
 * @param pause how long to wait for others before a notice
 * @param interval least time between two notices of a group, unless one only repeats
 * @param most alerts in a notice; what is due beyond that is told in further ones
 */
public record Grouping(Set<String> by, Duration pause, Duration interval, int most) {
    /** So many alerts, with all that is said of them, Kafka takes in one record. */
    public static final int MOST = 50;

    private static final Map<String, Function<Alert, String>> READ = Map.of(
            "team", alert -> String.valueOf(alert.getTeam()),
            "type", Alert::getType,
            "severity", alert -> alert.getSeverity().name(),
            "rule", Alert::getRule,
            "alert", Alert::getFingerprint);

    /** All that alerts can be grouped by. */
    public static final Set<String> WAYS = READ.keySet();

    /** Without anything written. */
    public static final Grouping STANDARD =
            new Grouping(Set.of("type", "severity"), Duration.ofSeconds(30), Duration.ofMinutes(5), MOST);

    public Grouping {
        by = Set.copyOf(by);
        if (!WAYS.containsAll(by)) {
            throw new IllegalArgumentException("alerts are grouped by " + WAYS + ", was " + by);
        }
        if (most < 1) {
            throw new IllegalArgumentException("a notice speaks of at least one alert, was " + most);
        }
    }

    /** The same for two alerts that share a notice. */
    public List<String> key(Alert alert) {
        return by.stream()
                .sorted()
                .map(way -> READ.getOrDefault(way, Alert::getFingerprint).apply(alert))
                .toList();
    }
}
