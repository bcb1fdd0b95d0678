package io.journeystream.identity;

import io.journeystream.events.Identifier;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sets of identifiers that grow by joining two of them, as long as no set holds more identifiers of a type than its limit
 * allows. Union-find: joining and finding take practically constant time.
 */
final class Components {
    private final Map<String, Integer> limits;
    private final Map<Identifier, Component> of = new HashMap<>();

    Components(Map<String, Integer> limits) {
        this.limits = limits;
    }

    /** Puts an identifier into a set of its own, unless it is in one. */
    Component add(Identifier identifier) {
        return find(of.computeIfAbsent(identifier, this::alone));
    }

    private Component alone(Identifier identifier) {
        Component component = new Component();
        if (limits.containsKey(identifier.getType())) {
            component.held.put(identifier.getType(), 1);
        }
        return component;
    }

    /** Joins the sets of the two; gives the type whose limit stands against it, or null if they are one now. */
    @Nullable
    String join(Pair pair) {
        Component one = add(pair.stronger());
        Component other = add(pair.weaker());
        if (one == other) {
            return null;
        }
        String exceeded = exceeded(one, other);
        if (exceeded == null) {
            unite(one, other);
        }
        return exceeded;
    }

    private @Nullable String exceeded(Component one, Component other) {
        for (Map.Entry<String, Integer> held : one.held.entrySet()) {
            int together = held.getValue() + other.held.getOrDefault(held.getKey(), 0);
            if (together > limits.getOrDefault(held.getKey(), Integer.MAX_VALUE)) {
                return held.getKey();
            }
        }
        return null;
    }

    private static void unite(Component one, Component other) {
        Component larger = one.size >= other.size ? one : other;
        Component smaller = larger == one ? other : one;
        smaller.held.forEach((type, count) -> larger.held.merge(type, count, Integer::sum));
        larger.size += smaller.size;
        smaller.joined = larger;
    }

    private static Component find(Component component) {
        Component root = component;
        while (root.joined != null) {
            root = root.joined;
        }
        Component step = component;
        while (step.joined != null) {
            Component next = step.joined;
            step.joined = root;
            step = next;
        }
        return root;
    }

    /** One set; two are the same set if they are the same object, until the next join. */
    static final class Component {
        private final Map<String, Integer> held = new HashMap<>();
        private int size = 1;
        private @Nullable Component joined;
    }
}
