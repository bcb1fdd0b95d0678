package io.journeystream.alerts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an alert says to people: the rule's template, or a sentence. */
final class AlertMessage {
    private static final int DIGITS = 4;
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    /** What a template may name. */
    static final List<String> NAMES =
            List.of("rule", "subject", "type", "value", "metric", "measured", "against", "sample", "until");

    private AlertMessage() {}

    /** Names in a template that stand for nothing. */
    static List<String> unknown(String template) {
        return NAME.matcher(template)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !NAMES.contains(name))
                .toList();
    }

    /** @param to end of the window, epoch milliseconds */
    static String of(AlertRule rule, Subject subject, Reading reading, long to) {
        String hours = rule.window() == 1 ? "hour" : rule.window() + " hours";
        if (rule.message().isEmpty() && rule.isAboutSources()) {
            String last = reading.value() == null ? "" : ", last " + number(reading.value()) + " hours ago";
            return subject + " was not heard of in the " + hours + " to " + Instant.ofEpochMilli(to) + last;
        }
        if (rule.message().isEmpty()) {
            return rule.metric() + " of " + subject + " was " + number(reading.value()) + over(rule, reading)
                    + " in the " + hours + " to " + Instant.ofEpochMilli(to) + "; "
                    + against(rule.condition(), reading);
        }
        Map<String, String> known = Map.of(
                "rule", rule.name(),
                "subject", subject.toString(),
                "type", subject.type(),
                "value", subject.value() == null ? "" : subject.value(),
                "metric", rule.metric().toString(),
                "measured", number(reading.value()),
                "against", number(reading.against()),
                "sample", Long.toString(reading.sample()),
                "until", Instant.ofEpochMilli(to).toString());
        // In one go: what stands for one name must not be read as another.
        return NAME.matcher(rule.message())
                .replaceAll(found -> Matcher.quoteReplacement(known.getOrDefault(found.group(1), found.group())));
    }

    private static String over(AlertRule rule, Reading reading) {
        return rule.metric() == Metric.JOURNEYS ? "" : " over " + reading.sample();
    }

    private static String against(Condition condition, Reading reading) {
        String number = number(reading.against());
        if (condition instanceof Condition.Limit limit) {
            return (limit.below() ? "it should not be below " : "it should not be above ") + number;
        }
        if (condition instanceof Condition.Change change) {
            return "in the same hours of the last " + change.weeks() + " weeks it was " + number;
        }
        if (condition instanceof Condition.Burn burn) {
            return "this uses up what the target of " + number + " allows more than " + number(burn.rate())
                    + " times as fast as it may";
        }
        return "the target leaves " + number;
    }

    /** A number as people read it: four digits that count. */
    static String number(@Nullable Double number) {
        if (number == null || number.isNaN()) {
            return "unknown";
        }
        BigDecimal exact = BigDecimal.valueOf(number);
        int scale = Math.max(0, DIGITS - Math.max(1, exact.precision() - exact.scale()));
        BigDecimal rounded = exact.setScale(scale, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
