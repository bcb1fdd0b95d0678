package io.journeystream.alerts;

import io.journeystream.health.CellKey;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What is to be heard of when it happens to a journey type, or to one value of a dimension of it.
 *
 * @param name once among all rules
 * @param types none: all types
 * @param dimension {@link CellKey#ALL} for journeys together, else each of its values is looked at by itself
 * @param window hours of cohorts that are added up, the present one included
 * @param minimum sample of the metric below which nothing is said
 * @param lasting how long it must be bad before it fires
 * @param keepFiring how long it must not have been bad before it is over
 * @param labels for whoever routes the alert
 * @param message template; empty for the standard sentence
 */
public record AlertRule(
        String name,
        Set<String> types,
        String dimension,
        Metric metric,
        Counted counted,
        Condition condition,
        int window,
        long minimum,
        Duration lasting,
        Duration keepFiring,
        Severity severity,
        Map<String, String> labels,
        String message) {

    public AlertRule {
        types = Set.copyOf(types);
        labels = Map.copyOf(labels);
        if (window < 1) {
            throw new IllegalArgumentException("window must be at least one hour, was " + window);
        }
    }


    /** The same about other journeys. */
    AlertRule counting(Counted other) {
        return new AlertRule(
                name,
                types,
                dimension,
                metric,
                other,
                condition,
                window,
                minimum,
                lasting,
                keepFiring,
                severity,
                labels,
                message);
    }

    /** Whether it looks at a type at all. */
    public boolean concerns(String type) {
        return types.isEmpty() || types.contains(type);
    }
}
