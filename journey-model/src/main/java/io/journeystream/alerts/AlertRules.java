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
    private static final Bounds ANY_VALUE = Bounds.between(-1_000_000, 1_000_000);
    private static final Bounds NOT_LESS_THAN_NOTHING = Bounds.between(0, 1_000_000);
    private static final Bounds WEEKS = Bounds.between(3, 52);
    private static final Bounds FACTOR = Bounds.positive(1_000);
    private static final Bounds SAMPLE = Bounds.between(1, 1_000_000_000);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(31);
    private static final Duration LONGEST_DELAY = Duration.ofDays(90);
    private static final int STANDARD_SAMPLE = 30;
    private static final int STANDARD_WEEKS = 4;
    private static final List<String> CONDITIONS = List.of("below", "above", "target", "change", "burn", "absence");

    private final @Nullable Definitions definitions;
    private final Set<String> names = new HashSet<>();

    private AlertRules(@Nullable Definitions definitions) {
        this.definitions = definitions;
    }

    /**
     * What came of reading.
     *
     * @param rules those without mistakes, in the order of the file
     * @param mistakes all of them, in the order of the file
     */
    public record Read(List<AlertRule> rules, List<Mistake> mistakes) {
        public Read {
            rules = List.copyOf(rules);
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
        AlertRules reader = new AlertRules(definitions);
        List<AlertRule> rules = new ArrayList<>();
        for (Value item : list.items()) {
            int before = mistakes.inOrder().size();
            AlertRule rule = reader.rule(item);
            if (mistakes.inOrder().size() == before && rule != null) {
                rules.add(rule);
            }
        }
        return new Read(rules, mistakes.inOrder());
    }

    /**
     * A rule by itself, as it stands under {@code alerts}.
     *
     * @param file its name, for the places of mistakes
     * @param definitions whose dimensions it may look at
     */
    public static Read file(String file, String content, Definitions definitions) {
        Mistakes mistakes = new Mistakes(file);
        AlertRule rule =
                new AlertRules(definitions).rule(YamlDocument.read(content.getBytes(StandardCharsets.UTF_8), mistakes));
        List<Mistake> found = mistakes.inOrder();
        return new Read(rule == null || !found.isEmpty() ? List.of() : List.of(rule), found);
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
        Condition condition = condition(section);
        Set<String> types = new LinkedHashSet<>(section.get("types").texts(List.of()));
        String dimension = dimension(section.get("by"));
        Set<String> values = values(section.get("values"), dimension);
        Counted counted = section.get("figures").oneOf(COUNTED, Counted.ALL);
        int window = window(section.get("window"));
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

    private static int window(Value value) {
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

    private static @Nullable Condition condition(Section section) {
        List<String> given =
                CONDITIONS.stream().filter(key -> section.get(key).isGiven()).toList();
        if (given.size() != 1) {
            String was = given.isEmpty() ? "none is given" : String.join(" and ", given) + " are given";
            section.mistake("needs exactly one of " + String.join(", ", CONDITIONS) + ", and " + was);
            section.get("clear");
            return null;
        }
        Value value = section.get(given.get(0));
        return switch (given.get(0)) {
            case "below" -> limit(true, value, section.get("clear"));
            case "above" -> limit(false, value, section.get("clear"));
            case "target" -> missedTarget(value.section());
            case "change" -> change(value.section());
            case "absence" -> absence(value.section());
            default -> burn(value.section());
        };
    }

    private static Condition limit(boolean below, Value value, Value clear) {
        double limit = value.number(0, ANY_VALUE);
        double until = clear.number(limit, ANY_VALUE);
        if (below ? until < limit : until > limit) {
            clear.mistake("must be " + (below ? "at least " : "at most ") + limit + ", where it is bad, was " + until);
            return new Condition.Limit(below, limit, limit);
        }
        return new Condition.Limit(below, limit, until);
    }

    private static Condition missedTarget(Section section) {
        Condition condition =
                new Condition.MissedTarget(section.get("tolerance").number(0, NOT_LESS_THAN_NOTHING));
        section.finish();
        return condition;
    }

    private static Condition change(Section section) {
        Condition condition = new Condition.Change(
                section.get("weeks").count(STANDARD_WEEKS, WEEKS),
                section.get("deviations").number(3, FACTOR),
                section.get("least").number(0, NOT_LESS_THAN_NOTHING));
        section.finish();
        return condition;
    }

    private static Condition absence(Section section) {
        Condition condition =
                new Condition.Absence(new LinkedHashSet<>(section.get("sources").texts(List.of())));
        section.finish();
        return condition;
    }

    private static Condition burn(Section section) {
        Condition condition = new Condition.Burn(section.get("rate").number(2, FACTOR), window(section.get("short")));
        section.finish();
        return condition;
    }
}
