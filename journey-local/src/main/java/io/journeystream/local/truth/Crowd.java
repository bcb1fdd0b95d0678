package io.journeystream.local.truth;

import io.journeystream.events.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The persons that are in one customer, while it is found out by what they came together. */
final class Crowd {
    private final Groups<String> groups = new Groups<>();
    private final Map<String, Long> contacts;
    private final Map<String, Long> told;
    private final List<FalseMerge> merges = new ArrayList<>();

    Crowd(Map<String, Long> contacts, Map<String, Long> told) {
        this.contacts = new HashMap<>(contacts);
        this.told = new HashMap<>(told);
    }

    /** Those who use the identifier come together; null stands for no reason at all. */
    void gather(@Nullable Identifier identifier, boolean blocked, List<String> users) {
        long pairs = 0;
        long pairsTold = 0;
        for (String user : users) {
            String first = groups.of(users.get(0));
            String other = groups.of(user);
            if (groups.join(first, other)) {
                pairs += product(contacts, first, other);
                pairsTold += product(told, first, other);
                unite(contacts, first, other);
                unite(told, first, other);
            }
        }
        if (pairs > 0) {
            merges.add(new FalseMerge(identifier, blocked, users.size(), pairs, pairsTold));
        }
    }

    private static long product(Map<String, Long> counts, String first, String other) {
        return counts.getOrDefault(first, 0L) * counts.getOrDefault(other, 0L);
    }

    /** The first of two joined groups stands for both. */
    private static void unite(Map<String, Long> counts, String first, String other) {
        counts.merge(first, counts.getOrDefault(other, 0L), Long::sum);
    }

    List<FalseMerge> merges() {
        return merges;
    }
}
