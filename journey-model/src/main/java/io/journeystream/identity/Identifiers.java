package io.journeystream.identity;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Digests;
import io.journeystream.events.Identifier;
import io.journeystream.events.Utf8Order;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order of identifiers, strongest first, and the names that are made of them (docs/semantics.md, section 3). */
public final class Identifiers implements Comparator<Identifier> {
    private static final Set<String> OF_PERSONS = Set.of("account", "crm", "email", "phone");

    private final Map<String, Integer> priorities = new HashMap<>();

    public Identifiers(IdentityRules rules) {
        for (String type : rules.priority()) {
            priorities.putIfAbsent(type, priorities.size());
        }
    }

    @Override
    public int compare(Identifier a, Identifier b) {
        int byType = compareTypes(a.getType(), b.getType());
        return byType != 0 ? byType : Utf8Order.compare(a.getValue(), b.getValue());
    }

    private int compareTypes(String a, String b) {
        int unknown = priorities.size();
        int byPriority = Integer.compare(priorities.getOrDefault(a, unknown), priorities.getOrDefault(b, unknown));
        return byPriority != 0 ? byPriority : Utf8Order.compare(a, b);
    }

    /** Whether the one's type is that of the other or a stronger one; values say nothing here. */
    public boolean isAsStrong(Identifier one, Identifier other) {
        return compareTypes(one.getType(), other.getType()) <= 0;
    }

    /** The same, each once, strongest first. */
    public List<Identifier> sorted(List<Identifier> identifiers) {
        if (identifiers.size() == 1) {
            return identifiers;
        }
        List<Identifier> sorted = new ArrayList<>(new LinkedHashSet<>(identifiers));
        sorted.sort(this);
        return sorted.stream().anyMatch(HashedName::is) ? HashedName.inPlace(sorted) : sorted;
    }

    /** The strongest of at least one identifier, in whatever order they come. */
    public Identifier strongest(List<Identifier> identifiers) {
        Identifier strongest = identifiers.get(0);
        for (int i = 1; i < identifiers.size(); i++) {
            if (compare(identifiers.get(i), strongest) < 0) {
                strongest = identifiers.get(i);
            }
        }
        return strongest;
    }

    /** Whether an identifier names a person rather than a device, a browser, a session, a case or a contact. */
    public static boolean namesPerson(Identifier identifier) {
        return OF_PERSONS.contains(identifier.getType());
    }

    /** {@code type:value} in UTF-8: the key of its events in Kafka, which places them on a partition. */
    public static byte[] key(Identifier identifier) {
        return (identifier.getType() + ":" + identifier.getValue()).getBytes(StandardCharsets.UTF_8);
    }

    /** {@code c_} and 20 hex digits: the customer whose strongest identifier this is. */
    public static String customerId(Identifier identifier) {
        return "c_" + Digests.hex20(key(identifier));
    }
}
