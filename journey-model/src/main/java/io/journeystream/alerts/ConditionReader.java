package io.journeystream.alerts;

import io.journeystream.definitions.yaml.Bounds;
import io.journeystream.definitions.yaml.Section;
import io.journeystream.definitions.yaml.Value;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads when a rule's metric is bad. */
final class ConditionReader {
    private static final Bounds WEEKS = Bounds.between(3, 52);
    private static final Bounds FACTOR = Bounds.positive(1_000);
    private static final int STANDARD_WEEKS = 4;
    private static final List<String> CONDITIONS = List.of("below", "above", "target", "change", "burn", "absence");

    private final Section rule;
    private final Metric metric;
    private final int window;

    private ConditionReader(Section rule, Metric metric, int window) {
        this.rule = rule;
        this.metric = metric;
        this.window = window;
    }

    /**
     * The one condition of a rule; null if it has none or several, which is a mistake.
     *
     * @param metric null if that is a mistake, so that nobody can say which values are possible
     * @param window hours
     */
    static @Nullable Condition read(Section rule, @Nullable Metric metric, int window) {
        return new ConditionReader(rule, metric == null ? Metric.JOURNEYS : metric, window).read();
    }

    private @Nullable Condition read() {
        List<String> given =
                CONDITIONS.stream().filter(key -> rule.get(key).isGiven()).toList();
        if (given.size() != 1) {
            String was = given.isEmpty() ? "none is given" : String.join(" and ", given) + " are given";
            rule.mistake("needs exactly one of " + String.join(", ", CONDITIONS) + ", and " + was);
            rule.get("clear");
            return null;
        }
        Value value = rule.get(given.get(0));
        return switch (given.get(0)) {
            case "below" -> limit(true, value, rule.get("clear"));
            case "above" -> limit(false, value, rule.get("clear"));
            case "target" -> missedTarget(value.section());
            case "change" -> change(value.section());
            case "absence" -> absence(value.section());
            default -> burn(value);
        };
    }

    private Condition limit(boolean below, Value value, Value clear) {
        double limit = value.number(0, metric.possible());
        double until = clear.isGiven() ? clear.number(limit, metric.possible()) : limit;
        if (below ? until < limit : until > limit) {
            clear.mistake("must be " + (below ? "at least " : "at most ") + limit + ", where it is bad, was " + until);
            return new Condition.Limit(below, limit, limit);
        }
        return new Condition.Limit(below, limit, until);
    }

    private Condition missedTarget(Section section) {
        Condition condition =
                new Condition.MissedTarget(section.get("tolerance").number(0, difference()));
        section.finish();
        return condition;
    }

    private Condition change(Section section) {
        Condition condition = new Condition.Change(
                section.get("weeks").count(STANDARD_WEEKS, WEEKS),
                section.get("deviations").number(3, FACTOR),
                section.get("least").number(0, difference()));
        section.finish();
        return condition;
    }

    /** How far two values can be from each other. */
    private Bounds difference() {
        Bounds possible = metric.possible();
        return Bounds.between(0, possible.most().subtract(possible.least()).longValueExact());
    }

    private static Condition absence(Section section) {
        Condition condition =
                new Condition.Absence(new LinkedHashSet<>(section.get("sources").texts(List.of())));
        section.finish();
        return condition;
    }

    private Condition burn(Value value) {
        Section section = value.section();
        if (rule.get("metric").isGiven() && !metric.hasErrorBudget()) {
            value.mistake("needs a metric whose target leaves an error budget, such as fcr, was " + metric);
        }
        int hours = AlertRules.hours(section.get("short"));
        if (hours > window) {
            section.get("short").mistake("must be at most the window, " + window + "h, was " + hours + "h");
        }
        Condition condition = new Condition.Burn(section.get("rate").number(2, FACTOR), hours);
        section.finish();
        return condition;
    }
}
