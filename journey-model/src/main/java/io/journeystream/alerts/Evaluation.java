package io.journeystream.alerts;

import io.journeystream.alerts.Condition.Absence;
import io.journeystream.alerts.Condition.Burn;
import io.journeystream.alerts.Condition.Change;
import io.journeystream.alerts.Condition.Limit;
import io.journeystream.alerts.Condition.MissedTarget;
import io.journeystream.alerts.Reading.Judgement;
import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.JourneyDefinition;
import io.journeystream.events.Digests;
import io.journeystream.health.HealthFigures;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a rule finds of journeys, by their health and by the targets of their definition. */
public final class Evaluation {
    private static final long WEEK = 7 * 24 * HourlyCells.HOUR;
    private static final int LEAST_WEEKS = 3;
    private static final double DEVIATION_OF_NORMAL = 1.4826;

    /** What is exactly as fast as allowed must not be taken for more. */
    private static final double ROUNDING = 1e-9;

    private final HourlyCells cells;
    private final Activity activity;
    private final Definitions definitions;

    public Evaluation(HourlyCells cells, Activity activity, Definitions definitions) {
        this.cells = cells;
        this.activity = activity;
        this.definitions = definitions;
    }

    /** End of the last hour that a rule looks at when it is asked at the end of an hour. */
    public long windowEnd(AlertRule rule, Subject subject, long asked) {
        return asked - rule.delay(definitions, subject.type()).toMillis();
    }

    /** Whether none of the cells that a rule looks at when it is asked then has been forgotten. */
    boolean isKept(AlertRule rule, Subject subject, long asked) {
        return rule.isAboutSources()
                || cells.isKept(windowEnd(rule, subject, asked) - rule.window() * HourlyCells.HOUR);
    }

    /** By what a rule judges a subject, as 20 hex digits: the same for as long as nothing of that changes. */
    String basis(AlertRule rule, Subject subject) {
        String all = Stream.of(
                        rule.metric(),
                        rule.counted(),
                        rule.condition(),
                        rule.window(),
                        rule.delay(definitions, subject.type()),
                        rule.minimum(),
                        String.valueOf(target(rule, subject)),
                        definitions.version())
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        return Digests.hex20(all.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What a rule finds of a subject.
     *
     * @param asked end of an hour of event time, epoch milliseconds; the rule's delay before it, its window ends
     */
    public Reading read(AlertRule rule, Subject subject, long asked) {
        if (rule.condition() instanceof Absence) {
            return silence(rule, Objects.requireNonNull(subject.value()), asked);
        }
        return readAt(rule, subject, windowEnd(rule, subject, asked) - 1);
    }

    private Reading readAt(AlertRule rule, Subject subject, long at) {
        HealthFigures figures = cells.window(subject, rule.counted(), at, rule.window());
        Double value = rule.metric().value(figures);
        long sample = rule.metric().sample(figures);
        if (value == null || !rule.isEnough(sample)) {
            return new Reading(value, sample, null, Judgement.UNKNOWN);
        }
        if (rule.condition() instanceof Limit limit) {
            return judged(value, sample, limit);
        }
        if (rule.condition() instanceof Change change) {
            return changed(rule, change, subject, at, value, sample);
        }
        Double target = target(rule, subject);
        if (target == null) {
            return new Reading(value, sample, null, Judgement.UNKNOWN);
        }
        return rule.condition() instanceof Burn burn
                ? burning(rule, burn, subject, at, value, sample, target)
                : judged(value, sample, missed(rule.metric(), (MissedTarget) rule.condition(), target));
    }

    private Reading silence(AlertRule rule, String source, long asked) {
        Long latest = activity.latest(source);
        Double hours = latest == null ? null : Math.max(0, asked - latest) / (double) HourlyCells.HOUR;
        double most = rule.window();
        long from = asked - rule.window() * HourlyCells.HOUR;
        if (latest != null && latest >= from) {
            return new Reading(hours, 0, most, Judgement.GOOD);
        }
        return new Reading(hours, 0, most, activity.isKnown(from) ? Judgement.BAD : Judgement.UNKNOWN);
    }

    private static Limit missed(Metric metric, MissedTarget missed, double target) {
        double limit = metric.isHigherBetter() ? target - missed.tolerance() : target + missed.tolerance();
        return new Limit(metric.isHigherBetter(), limit, target);
    }

    private static Reading judged(double value, long sample, Limit limit) {
        boolean isBad = limit.below() ? value < limit.limit() : value > limit.limit();
        boolean isGood = limit.below() ? value >= limit.clear() : value <= limit.clear();
        Judgement judgement = isBad ? Judgement.BAD : isGood ? Judgement.GOOD : Judgement.BETWEEN;
        return new Reading(value, sample, limit.limit(), judgement);
    }

    private Reading changed(AlertRule rule, Change change, Subject subject, long at, double value, long sample) {
        List<Double> before = new ArrayList<>();
        for (int week = 1; week <= change.weeks(); week++) {
            HealthFigures then = cells.window(subject, rule.counted(), at - week * WEEK, rule.window());
            Double was = rule.metric().value(then);
            if (was != null && rule.isEnough(rule.metric().sample(then))) {
                before.add(was);
            }
        }
        if (before.size() < LEAST_WEEKS) {
            return new Reading(value, sample, null, Judgement.UNKNOWN);
        }
        double median = median(before);
        double spread = DEVIATION_OF_NORMAL
                * median(before.stream().map(was -> Math.abs(was - median)).toList());
        double deviation = Math.max(spread, rule.metric().chance(median, sample));
        double tolerated = Math.max(change.least(), change.deviations() * deviation);
        Limit limit = new Limit(
                rule.metric().isHigherBetter(),
                rule.metric().isHigherBetter() ? median - tolerated : median + tolerated,
                rule.metric().isHigherBetter() ? median - tolerated / 2 : median + tolerated / 2);
        Judgement judgement = judged(value, sample, limit).judgement();
        return new Reading(value, sample, median, judgement);
    }

    private Reading burning(
            AlertRule rule, Burn burn, Subject subject, long at, double value, long sample, double target) {
        HealthFigures lately = cells.window(subject, rule.counted(), at, burn.hours());
        Double now = rule.metric().value(lately);
        double budget = 1 - target;
        if (now == null || budget <= 0) {
            return new Reading(value, sample, target, Judgement.UNKNOWN);
        }
        boolean isBurning = 1 - value > burn.rate() * budget + ROUNDING;
        boolean isBurningNow = 1 - now > burn.rate() * budget + ROUNDING;
        Judgement judgement =
                isBurning && isBurningNow ? Judgement.BAD : isBurningNow ? Judgement.BETWEEN : Judgement.GOOD;
        return new Reading(value, sample, target, judgement);
    }

    private @Nullable Double target(AlertRule rule, Subject subject) {
        JourneyDefinition definition = definitions.definition(subject.type());
        return definition == null
                ? null
                : definition.targets().get(rule.metric().toString());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
