package io.journeystream.alerts;

import io.journeystream.alerts.RuleTest.Firing;
import io.journeystream.definitions.yaml.Bounds;
import io.journeystream.definitions.yaml.Mistake;
import io.journeystream.definitions.yaml.Mistakes;
import io.journeystream.definitions.yaml.Section;
import io.journeystream.definitions.yaml.Value;
import io.journeystream.definitions.yaml.YamlDocument;
import io.journeystream.health.CellKey;
import io.journeystream.health.Figure;
import io.journeystream.health.Sums;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a file of tests of alert rules, as docs/alerts.md describes it. */
public final class RuleTests {
    private static final Map<String, Figure> FIGURES =
            Arrays.stream(Figure.values()).collect(Collectors.toMap(Figure::toString, Function.identity()));
    private static final Bounds REPEATED = Bounds.between(1, 100_000);
    private static final Bounds HOUR = Bounds.between(0, 1_000_000);
    private static final Bounds AMOUNT = Bounds.between(0, 1_000_000_000_000L);

    private final Map<String, AlertRule> rules;

    private RuleTests(List<AlertRule> rules) {
        this.rules = rules.stream().collect(Collectors.toMap(AlertRule::name, Function.identity()));
    }

    /**
     * What came of reading.
     *
     * @param tests none if there are mistakes
     * @param mistakes all of them, in the order of the file
     */
    public record Read(List<RuleTest> tests, List<Mistake> mistakes) {
        public Read {
            tests = List.copyOf(tests);
            mistakes = List.copyOf(mistakes);
        }
    }

    /**
     * The tests in the content of a file.
     *
     * @param name of the file, for the places of mistakes
     * @param rules that are tested
     */
    public static Read read(String name, byte[] content, List<AlertRule> rules) {
        Mistakes mistakes = new Mistakes(name);
        Section file = YamlDocument.read(content, mistakes).section();
        RuleTests reader = new RuleTests(rules);
        List<RuleTest> tests = new ArrayList<>();
        for (Value item : file.get("tests").items()) {
            RuleTest test = reader.test(item.section());
            if (test != null) {
                tests.add(test);
            }
        }
        file.finish();
        List<Mistake> found = mistakes.inOrder();
        return new Read(found.isEmpty() ? tests : List.of(), found);
    }

    private @Nullable RuleTest test(Section section) {
        String name = section.get("name").text("a test without a name");
        AlertRule rule = rule(section);
        String type = section.get("type").text(rule == null ? "" : firstType(rule));
        if (rule != null && !rule.types().isEmpty() && !rule.types().contains(type)) {
            section.get("type")
                    .mistake("must be one of " + String.join(", ", new TreeSet<>(rule.types())) + ", at which "
                            + rule.name() + " looks, was " + type);
        }
        String value = section.get("value").textOrNull();
        List<Sums> hours = new ArrayList<>();
        section.get("hours").items().forEach(item -> hours.addAll(hours(item.section())));
        List<Firing> fires = section.get("fires").items().stream()
                .map(item -> firing(item.section(), hours.size()))
                .toList();
        section.finish();
        if (hours.isEmpty()) {
            section.mistake("needs hours, such as [{repeat: 24, journeys: 100, firstContactKnown: 100}]");
        }
        return rule == null ? null : new RuleTest(name, rule, subject(rule, type, value), hours, fires);
    }

    private @Nullable AlertRule rule(Section section) {
        Value value = section.get("rule");
        if (!value.isGiven()) {
            section.mistake("needs a rule, the name of the one that it tests");
            return null;
        }
        AlertRule rule = rules.isEmpty()
                ? null
                : value.oneOf(rules, rules.values().iterator().next());
        if (rule != null && rule.isAboutSources()) {
            value.mistake(rule.name() + " looks at sources of events, of which a test can say nothing");
            return null;
        }
        return rule;
    }

    private static String firstType(AlertRule rule) {
        return rule.types().stream().sorted().findFirst().orElse("any");
    }

    private static Subject subject(AlertRule rule, String type, @Nullable String value) {
        return new Subject(type, rule.dimension(), rule.dimension().equals(CellKey.ALL) ? null : value);
    }

    private static List<Sums> hours(Section section) {
        int times = section.get("repeat").count(1, REPEATED);
        Sums sums = new Sums();
        section.each(FIGURES, (figure, value) -> value.decimal(BigDecimal.ZERO, AMOUNT.decimals(figure.decimals())))
                .forEach((figure, number) -> sums.add(figure, figure.units(number)));
        return Collections.nCopies(times, sums);
    }

    private static Firing firing(Section section, int hours) {
        int from = section.get("from").count(0, HOUR);
        int until = section.get("until").count(hours, HOUR);
        section.finish();
        return new Firing(from, until);
    }
}
