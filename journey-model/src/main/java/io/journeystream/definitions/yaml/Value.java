package io.journeystream.definitions.yaml;

import io.journeystream.words.Nearest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The value of a key, or its absence. Each way to read it gives the standard if it is absent; if it is wrong, it is
 * reported and the standard stands in, so that reading goes on and finds the other mistakes too.
 */
public final class Value {
    private final String name;
    private final @Nullable Node node;
    private final Mistakes mistakes;

    Value(String name, @Nullable Node node, Mistakes mistakes) {
        this.name = name;
        this.node = node;
        this.mistakes = mistakes;
    }

    /** The key, or for an item of a list that of the list. */
    public String name() {
        return name;
    }

    /** Whether the file has it, even if only as an empty value. */
    public boolean isGiven() {
        return node != null;
    }

    /** Reports that it is wrong: {@code message} follows the name, as in "gap must be positive". */
    public void mistake(String message) {
        mistakes.add(node == null ? null : node.getStartMark(), name + " " + message);
    }

    /** A text, not blank, without the blanks around it. */
    public String text(String standard) {
        return read(Optional::of, "a text", standard);
    }

    /** A text, or null if there is none. */
    public @Nullable String textOrNull() {
        return isGiven() ? text("") : null;
    }

    /** {@code true} or {@code false}. */
    public boolean flag(boolean standard) {
        return oneOf(Map.of("true", true, "false", false), standard);
    }

    /** A word out of those given, in exactly their spelling. */
    public <T> T oneOf(Map<String, T> known, T standard) {
        String word = scalar();
        T meant = word == null ? standard : known.get(word);
        if (meant != null) {
            return meant;
        }
        String choices = String.join(", ", new TreeSet<>(known.keySet()));
        mistake("must be one of " + choices + ", was " + word + Nearest.question(String.valueOf(word), known.keySet()));
        return standard;
    }

    /** A whole number within bounds. */
    public int count(int standard, Bounds bounds) {
        return decimal(BigDecimal.valueOf(standard), bounds.decimals(0)).intValueExact();
    }

    /** A number within bounds. */
    public double number(double standard, Bounds bounds) {
        return decimal(BigDecimal.valueOf(standard), bounds).doubleValue();
    }

    /** A decimal number within bounds. */
    public BigDecimal decimal(BigDecimal standard, Bounds bounds) {
        BigDecimal number = read(Value::parseNumber, "a number such as 0.95", standard);
        return isWithin(bounds.objection(number)) ? number : standard;
    }

    /** A duration within bounds. */
    public Duration duration(Duration standard, Span span) {
        Duration duration = read(Durations::parse, Durations.FORMS, standard);
        return isWithin(span.objection(duration)) ? duration : standard;
    }

    /** Whether it is a list, empty or not. */
    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Whether it is a mapping of keys to values. */
    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** The items of a list. */
    public List<Value> items() {
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            mistake("must be a list such as [a, b], was " + shown());
            return List.of();
        }
        return sequence.getValue().stream()
                .map(item -> new Value(name, item, mistakes))
                .toList();
    }

    /** A list of texts, none of them twice. */
    public List<String> texts(List<String> standard) {
        if (!isGiven()) {
            return standard;
        }
        Set<String> texts = new LinkedHashSet<>();
        for (Value item : items()) {
            String text = item.text("");
            if (!text.isEmpty() && !texts.add(text)) {
                item.mistake("names " + text + " twice");
            }
        }
        return new ArrayList<>(texts);
    }

    /** A mapping; an empty one if it is absent. */
    public Section section() {
        return new Section(this);
    }

    /**
     * A text of a form of its own.
     *
     * @param expected what follows "must be" when {@code parse} is empty
     */
    public <T> T read(Function<String, Optional<T>> parse, String expected, T standard) {
        String text = scalar();
        if (text == null) {
            return standard;
        }
        Optional<T> parsed = parse.apply(text);
        if (parsed.isEmpty()) {
            mistake("must be " + expected + ", was " + text);
        }
        return parsed.orElse(standard);
    }

    /** Null if absent, or if it is no plain value, which is then reported. */
    private @Nullable String scalar() {
        if (node == null) {
            return null;
        }
        if (isNothing() || (node instanceof ScalarNode blank && blank.getValue().isBlank())) {
            mistake("has no value: give it one, or leave it out for the standard");
            return null;
        }
        if (!(node instanceof ScalarNode scalar)) {
            mistake("must be a single value, was " + shown());
            return null;
        }
        return scalar.getValue().strip();
    }

    private boolean isWithin(@Nullable String objection) {
        if (objection != null) {
            mistake(objection + ", was " + scalar());
        }
        return objection == null;
    }

    private static Optional<BigDecimal> parseNumber(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    boolean isNothing() {
        return node == null || Tag.NULL.equals(node.getTag());
    }

    @Nullable
    Node node() {
        return node;
    }

    Mistakes mistakes() {
        return mistakes;
    }

    String shown() {
        return node == null ? "nothing" : shown(node);
    }

    static String shown(Node node) {
        if (node instanceof MappingNode) {
            return "a mapping";
        }
        return node instanceof ScalarNode scalar ? scalar.getValue() : "a list";
    }
}
