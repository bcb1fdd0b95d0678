package io.journeystream.local.truth;

import java.util.HashMap;
import java.util.Map;

/** Things in groups that grow by joining two of them: union-find, practically constant time a step. */
final class Groups<T> {
    private final Map<T, T> parents = new HashMap<>();

    /** One of the group, the same for all of it until something is joined. */
    T of(T thing) {
        T parent = parents.putIfAbsent(thing, thing);
        while (parent != null && !parent.equals(thing)) {
            T grandparent = parents.getOrDefault(parent, parent);
            parents.put(thing, grandparent);
            thing = parent;
            parent = grandparent;
        }
        return thing;
    }

    /** Makes one group of two; whether they were two. */
    boolean join(T one, T other) {
        T first = of(one);
        T second = of(other);
        if (first.equals(second)) {
            return false;
        }
        parents.put(second, first);
        return true;
    }
}
