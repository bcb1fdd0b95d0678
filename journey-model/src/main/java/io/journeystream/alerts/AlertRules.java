package io.journeystream.alerts;

import static io.journeystream.definitions.yaml.Span.NOT_NEGATIVE;
import static io.journeystream.definitions.yaml.Span.POSITIVE;

import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.definitions.yaml.Bounds;
import io.journeystream.definitions.yaml.Mistake;
import io.journeystream.definitions.yaml.Mistakes;
import io.journeystream.definitions.yaml.Section;
import io.journeystream.definitions.yaml.Value;
import io.journeystream.definitions.yaml.YamlDocument;
import io.journeystream.health.CellKey;
import io.journeystream.words.Nearest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code alerts} of {@code journeys.yaml}, as docs/alerts.md describes it. */
public final class AlertRules {
    private static final Map<String, Counted> COUNTED =
            Map.of("matured", Counted.MATURED, "provisional", Counted.PROVISIONAL, "all", Counted.ALL);
    private static final Map<String, Severity> SEVERITIES =
            Map.of("info", Severity.INFO, "warning", Severity.WARNING, "critical", Severity.CRITICAL);
    private static final Bounds SAMPLE = Bounds.between(1, 1_000_000_000);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(31);
    private static final Duration LONGEST_DELAY = Duration.ofDays(90);
    private static final int STANDARD_SAMPLE = 30;

    private final @Nullable Definitions definitions;
    private final Set<String> names = new HashSet<>();

    private AlertRules(@Nullable Definitions definitions) {
        this.definitions = definitions;
    }

    /**
     * What came of reading.
     *
     * @param rules those without mistakes, in the order of the file
     * @param mistaken names of those with mistakes, as far as they have one
     * @param mistakes all of them, in the order of the file
     */
    public record Read(List<AlertRule> rules, Set<String> mistaken, List<Mistake> mistakes) {
        public Read {
            rules = List.copyOf(rules);
            mistaken = Set.copyOf(mistaken);
            mistakes = List.copyOf(mistakes);
        }
    }

    /**
     * The rules in the content of a file of definitions.
     *
     * @param name of the file, for the places of mistakes
     * @param definitions of the same file, whose dimensions rules may look at; null if it has mistakes
     */
    public static Read read(String name, byte[] content, @Nullable Definitions definitions) {
        Mistakes mistakes = new Mistakes(name);
        Value list = YamlDocument.read(content, mistakes).section().get("alerts");
        return new AlertRules(definitions).read(list.items(), mistakes);
    }

    private Read read(List<Value> items, Mistakes mistakes) {
        List<AlertRule> rules = new ArrayList<>();
        Set<String> mistaken = new HashSet<>();
        for (Value item : items) {
            int before = mistakes.inOrder().size();
            AlertRule rule = rule(item);
            if (mistakes.inOrder().size() == before && rule != null) {
                rules.add(rule);
            } else {
                mistaken.add(item.section().get("name").text(""));
            }
        }
        return new Read(rules, mistaken, mistakes.inOrder());
    }

    /**
     * A rule by itself, as it stands under {@code alerts}.
     *
     * @param file its name, for the places of mistakes
     * @param definitions whose dimensions it may look at
     */
    public static Read file(String file, String content, Definitions definitions) {
        Mistakes mistakes = new Mistakes(file);
        Value rule = YamlDocument.read(content.getBytes(StandardCharsets.UTF_8), mistakes);
        return new AlertRules(definitions).read(List.of(rule), mistakes);
    }

    /** The rules of definitions that are known to be right. */
    public static List<AlertRule> of(WrittenDefinitions written) {
        byte[] content = written.content().getBytes(StandardCharsets.UTF_8);
        return read("journeys.yaml", content, written.definitions()).rules();
    }

    private @Nullable AlertRule rule(Value item) {
        Section section = item.section();
        String name = name(section);
        Metric metric = section.get("absence").isGiven() ? Metric.SILENCE : metric(section);
        int window = hours(section.get("window"));
        Condition condition = ConditionReader.read(section, metric, window);
        Set<String> types = types(section.get("types"));
        String dimension = dimension(section.get("by"));
        Set<String> values = values(section.get("values"), dimension);
        Counted counted = section.get("figures").oneOf(COUNTED, Counted.ALL);
        Integer delay = delay(section.get("delay"));
        int minimum = section.get("minimum").count(STANDARD_SAMPLE, SAMPLE);
        Duration lasting = section.get("for").duration(Duration.ZERO, NOT_NEGATIVE);
        Duration keepFiring = section.get("keep-firing-for").duration(Duration.ZERO, NOT_NEGATIVE);
        Severity severity = section.get("severity").oneOf(SEVERITIES, Severity.WARNING);
        Map<String, String> labels = section.get("labels").section().each(label -> label.text(""));
        String message = message(section.get("message"));
        section.finish();
        return metric == null || condition == null
                ? null
                : new AlertRule(
                        name,
                        types,
                        dimension,
                        values,
                        metric,
                        counted,
                        condition,
                        window,
                        delay,
                        minimum,
                        lasting,
                        keepFiring,
                        severity,
                        labels,
                        message);
    }

    private String name(Section section) {
        Value value = section.get("name");
        if (!value.isGiven()) {
            section.mistake("needs a name, by which people speak of it");
            return "";
        }
        String name = value.text("");
        if (!name.isEmpty() && !names.add(name)) {
            value.mistake(name + " is given to two rules: give each its own");
        }
        return name;
    }

    private static @Nullable Metric metric(Section section) {
        Value value = section.get("metric");
        if (!value.isGiven()) {
            section.mistake("needs a metric, one of " + String.join(", ", Metric.names()));
            return null;
        }
        return value.oneOf(Metric.BY_NAME, Metric.FCR);
    }

    private Set<String> types(Value value) {
        Set<String> types = new LinkedHashSet<>(value.texts(List.of()));
        if (definitions != null) {
            value.items()
                    .forEach(item -> JourneyTypes.of(definitions)
                            .objection(item.text(""))
                            .ifPresent(item::mistake));
        }
        return types;
    }

    private String dimension(Value value) {
        String dimension = value.text(CellKey.ALL);
        if (definitions == null) {
            return dimension;
        }
        List<String> known = new ArrayList<>(List.of(CellKey.ALL, CellKey.ENTRY_CHANNEL));
        known.addAll(definitions.dimensions());
        if (!known.contains(dimension)) {
            value.mistake("must be one of " + String.join(", ", known) + ", was " + dimension
                    + ": name an attribute under health: dimensions: to have its cells");
        }
        return dimension;
    }

    private static String message(Value value) {
        String template = value.text("");
        AlertMessage.unknown(template)
                .forEach(name -> value.mistake("may name " + String.join(", ", AlertMessage.NAMES)
                        + " in braces, and names " + name + Nearest.question(name, AlertMessage.NAMES)));
        return template;
    }

    private static Set<String> values(Value value, String dimension) {
        if (value.isGiven() && dimension.equals(CellKey.ALL)) {
            value.mistake("are of a dimension: say by which, such as by: " + CellKey.ENTRY_CHANNEL);
        }
        return new LinkedHashSet<>(value.texts(List.of()));
    }

    /** A window in whole hours. */
    static int hours(Value value) {
        Duration window = value.duration(Duration.ofHours(1), POSITIVE);
        if (!window.equals(Duration.ofHours(window.toHours())) || window.compareTo(LONGEST_WINDOW) > 0) {
            value.mistake("must be whole hours, at most " + LONGEST_WINDOW.toDays() + "d, was " + window);
            return 1;
        }
        return Math.toIntExact(window.toHours());
    }

    private static @Nullable Integer delay(Value value) {
        if (!value.isGiven()) {
            return null;
        }
        Duration delay = value.duration(Duration.ZERO, NOT_NEGATIVE);
        if (!delay.equals(Duration.ofHours(delay.toHours())) || delay.compareTo(LONGEST_DELAY) > 0) {
            value.mistake("must be whole hours, at most " + LONGEST_DELAY.toDays() + "d, was " + delay);
            return null;
        }
        return Math.toIntExact(delay.toHours());
    }
}
