package io.journeystream.serve.identity;

import io.journeystream.events.Identifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Identifiers that were seen together, over whatever chain: union-find, without limits and conflicts. */
final class Groups {
    private final Map<Identifier, Identifier> above = new HashMap<>();

    /** They are one group from now on; at least one. */
    void join(List<Identifier> together) {
        Identifier into = groupOf(together.get(0));
        together.forEach(identifier -> above.put(groupOf(identifier), into));
    }

    /** The one by which its group is known; itself if it was never joined. */
    private Identifier groupOf(Identifier identifier) {
        Identifier at = identifier;
        Identifier next = above.getOrDefault(at, at);
        while (!next.equals(at)) {
            Identifier afterNext = above.getOrDefault(next, next);
            above.put(at, afterNext);
            at = next;
            next = afterNext;
        }
        return at;
    }

    /** All that are in groups that hold more of a type than the limit of that type. */
    Set<Identifier> beyond(Map<String, Integer> limits) {
        Map<Identifier, Map<String, Integer>> held = new HashMap<>();
        for (Identifier identifier : List.copyOf(above.keySet())) {
            held.computeIfAbsent(groupOf(identifier), group -> new HashMap<>())
                    .merge(identifier.getType(), 1, Integer::sum);
        }
        held.values()
                .removeIf(types -> limits.entrySet().stream()
                        .allMatch(limit -> types.getOrDefault(limit.getKey(), 0) <= limit.getValue()));
        return around(held.keySet());
    }

    /** All that are in a group with any of these, and these. */
    Set<Identifier> around(Set<Identifier> identifiers) {
        Set<Identifier> groups = identifiers.stream().map(this::groupOf).collect(Collectors.toSet());
        Set<Identifier> around = new HashSet<>(identifiers);
        for (Identifier identifier : List.copyOf(above.keySet())) {
            if (groups.contains(groupOf(identifier))) {
                around.add(identifier);
            }
        }
        return around;
    }
}
