package io.journeystream.definitions.yaml;

import io.journeystream.words.Nearest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A mapping of keys to values, or nothing at all, which reads as an empty one. What is asked for is what is known:
 * {@link #finish} reports every key that nobody asked for.
 */
public final class Section {
    private final Value self;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final TreeSet<String> asked = new TreeSet<>();

    Section(Value self) {
        this.self = self;
        if (self.node() instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::add);
        } else if (!self.isNothing()) {
            self.mistake("must be a mapping of keys to values, was " + self.shown());
        }
    }

    private void add(NodeTuple entry) {
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            self.mistakes()
                    .add(entry.getKeyNode(), "a key must be a plain word, was " + Value.shown(entry.getKeyNode()));
            return;
        }
        Node first = keys.putIfAbsent(key.getValue(), key);
        if (first == null) {
            values.put(key.getValue(), new Value(key.getValue(), entry.getValueNode(), self.mistakes()));
        } else {
            int line = first.getStartMark().getLine() + 1;
            self.mistakes().add(key, key.getValue() + " is given twice, first in line " + line);
        }
    }

    /** The value of a key; nothing if it is not given. */
    public Value get(String key) {
        asked.add(key);
        return values.getOrDefault(key, new Value(key, null, self.mistakes()));
    }

    /** Its values under keys that the writer of the file chooses, in the order of the file. */
    public <T> Map<String, T> each(Function<Value, @Nullable T> read) {
        Map<String, T> all = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            asked.add(key);
            T one = read.apply(value);
            if (one != null) {
                all.put(key, one);
            }
        });
        return all;
    }

    /** Its values under keys out of a given list; any other key is a mistake. */
    public <K, T> Map<K, T> each(Map<String, K> known, BiFunction<K, Value, @Nullable T> read) {
        Map<K, T> all = new LinkedHashMap<>();
        known.forEach((name, key) -> {
            Value value = get(name);
            T one = value.isGiven() ? read.apply(key, value) : null;
            if (one != null) {
                all.put(key, one);
            }
        });
        finish();
        return all;
    }

    /** Reports the keys that nobody has asked for. */
    public void finish() {
        keys.forEach((key, node) -> {
            if (!asked.contains(key)) {
                String known = "; known: " + String.join(", ", asked);
                self.mistakes().add(node, key + " is not known here" + Nearest.question(key, asked) + known);
            }
        });
    }

    /** A mistake about the whole. */
    public void mistake(String message) {
        self.mistake(message);
    }
}
