package io.journeystream.alerts;

import io.journeystream.health.CellKey;
import io.journeystream.health.HealthFigures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which journeys have moved a metric: by each value of each dimension, its part in the metric of all now, less its part
 * before. A part is the metric over these journeys, weighted by their share of the sample; the parts of all values of a
 * dimension sum to the metric of all, so what they moved sums to how much that has moved.
 */
final class Drivers {
    private static final int MOST = 5;
    private static final long WEEK = 7 * 24 * HourlyCells.HOUR;

    private final HourlyCells cells;

    Drivers(HourlyCells cells) {
        this.cells = cells;
    }

    /**
     * Those that moved it most to the bad, the first the most; compared with the same hours a week before, or where these
     * say too little with the hours before it went bad. None for a rule that looks at one value of a dimension.
     *
     * @param last epoch milliseconds, in the last hour of the window
     * @param lastAtFirst the same of the first window that was bad
     */
    List<Driver> of(AlertRule rule, Subject subject, long last, long lastAtFirst) {
        if (!subject.dimension().equals(CellKey.ALL)) {
            return List.of();
        }
        Long before = before(rule, subject, last, lastAtFirst);
        if (before == null) {
            return List.of();
        }
        double sign = rule.isFallBad() ? -1 : 1;
        Whole now = whole(rule, subject, last);
        Whole then = whole(rule, subject, before);
        List<Driver> drivers = new ArrayList<>();
        for (Subject part : cells.subjects()) {
            if (part.type().equals(subject.type()) && !part.dimension().equals(CellKey.ALL)) {
                drivers.add(driver(rule, part, now, then));
            }
        }
        return drivers.stream()
                .filter(driver -> sign * driver.getMoved() > 0)
                .sorted(Comparator.comparingDouble((Driver driver) -> -sign * driver.getMoved())
                        .thenComparing(Driver::getDimension)
                        .thenComparing(driver -> Objects.requireNonNullElse(driver.getValue(), "")))
                .limit(MOST)
                .toList();
    }

    private @Nullable Long before(AlertRule rule, Subject subject, long last, long lastAtFirst) {
        for (long before : new long[] {last - WEEK, lastAtFirst - rule.window() * HourlyCells.HOUR}) {
            HealthFigures figures = cells.window(subject, rule.counted(), before, rule.window());
            if (rule.metric().value(figures) != null
                    && rule.isEnough(rule.metric().sample(figures))) {
                return before;
            }
        }
        return null;
    }

    /** All journeys of a window. */
    private record Whole(long last, long sample) {}

    private Whole whole(AlertRule rule, Subject subject, long last) {
        HealthFigures figures = cells.window(subject, rule.counted(), last, rule.window());
        return new Whole(last, rule.metric().sample(figures));
    }

    private Driver driver(AlertRule rule, Subject part, Whole now, Whole then) {
        HealthFigures figures = cells.window(part, rule.counted(), now.last(), rule.window());
        HealthFigures before = cells.window(part, rule.counted(), then.last(), rule.window());
        return new Driver(
                part.dimension(),
                part.value(),
                part(rule.metric(), figures, now.sample()) - part(rule.metric(), before, then.sample()),
                rule.metric().value(before),
                rule.metric().value(figures));
    }

    private static double part(Metric metric, HealthFigures figures, long sampleOfAll) {
        Double value = metric.value(figures);
        if (value == null || metric.isNumber()) {
            return value == null ? 0 : value;
        }
        return value * metric.sample(figures) / sampleOfAll;
    }
}
