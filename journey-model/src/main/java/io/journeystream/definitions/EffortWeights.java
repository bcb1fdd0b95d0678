package io.journeystream.definitions;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Weight and half-way point of each driver of effort (docs/semantics.md, section 6). */
public record EffortWeights(Map<DriverName, Weight> weights) {

    /** {@code w * x / (x + h)}: what a driver of amount x adds. */
    public record Weight(double weight, double half) {}

    /** The drivers, in the order in which the journey record has them. */
    public enum DriverName {
        REPEATS("repeats", 0.9, 1),
        FORCED_SWITCHES("forcedSwitches", 0.6, 1),
        VOLUNTARY_SWITCHES("voluntarySwitches", 0.4, 1),
        TRANSFERS("transfers", 0.5, 1),
        ABANDONS("abandons", 0.5, 1),
        WAIT_MINUTES("waitMinutes", 0.5, 10),
        HOLD_MINUTES("holdMinutes", 0.3, 5),
        REAUTHENTICATIONS("reauthentications", 0.3, 1),
        MISSES("misses", 0.3, 2),
        AGENT_REQUESTS("agentRequests", 0.2, 1),
        REOPENINGS("reopenings", 0.6, 1),
        DAYS_OPEN("daysOpen", 0.3, 7),
        NEGATIVE_SENTIMENT("negativeSentiment", 0.4, 0.5);

        private final String field;
        private final double weight;
        private final double half;

        DriverName(String field, double weight, double half) {
            this.field = field;
            this.weight = weight;
            this.half = half;
        }

        /** Its name in the journey record and in {@code journeys.yaml}. */
        public String field() {
            return field;
        }

        private Weight standard() {
            return new Weight(weight, half);
        }
    }

    public static final EffortWeights STANDARD = new EffortWeights(Map.of());

    /** Drivers that are not given keep their standard weight. */
    public EffortWeights {
        Map<DriverName, Weight> complete = new EnumMap<>(DriverName.class);
        for (DriverName driver : DriverName.values()) {
            complete.put(driver, weights.getOrDefault(driver, driver.standard()));
        }
        weights = Collections.unmodifiableMap(complete);
    }

    /** The weight of a driver; never null. */
    public Weight of(DriverName driver) {
        return weights.getOrDefault(driver, driver.standard());
    }
}
