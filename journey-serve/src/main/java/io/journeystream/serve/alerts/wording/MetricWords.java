package io.journeystream.serve.alerts.wording;

import io.journeystream.alerts.Metric;
import io.journeystream.alerts.Unit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Metrics and their values in words. Of a metric of a newer version only the name and the bare number are known. */
record MetricWords(String name, @Nullable Unit unit) {

    static MetricWords of(String name) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.toString().equals(name))
                .findFirst()
                .map(metric -> new MetricWords(words(metric), metric.unit()))
                .orElseGet(() -> new MetricWords(name, null));
    }

    String say(@Nullable Double value) {
        if (value == null) {
            return "nothing to measure";
        }
        return unit == null ? String.valueOf(value) : unit.say(value);
    }

    String sayDifference(double difference) {
        return unit == null ? String.valueOf(difference) : unit.sayDifference(difference);
    }

    private static String words(Metric metric) {
        return switch (metric) {
            case FCR -> "First-contact resolution";
            case FCR_BY_CONTACT -> "First-contact resolution by contact";
            case CONTAINMENT_RAW -> "Containment, raw";
            case CONTAINMENT_STRICT -> "Containment, strict";
            case CONTAINMENT_VERIFIED -> "Containment, verified";
            case LEAKAGE -> "Leakage";
            case EFFORT -> "Effort";
            case EASE -> "Ease";
            case COST -> "Cost";
            case SWITCH_COST -> "Cost of switches";
            case FORCED_SWITCHES -> "Forced switches";
            case CES -> "Customer effort score";
            case CSAT -> "Satisfaction";
            case NPS -> "Net promoter score";
            case JOURNEYS -> "Journeys";
            case SILENCE -> "Silence";
        };
    }
}
