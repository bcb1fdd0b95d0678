package io.journeystream.identity;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which identifiers name nobody, since too many share them: a shop's telephone, the device at a counter
 * (docs/semantics.md, section 3, "Hub"). Of each identifier no more neighbours are kept than it takes to know.
 */
public final class Hubs {
    private final Identifiers order;
    private final int limit;
    private final StandingFacts facts;
    private final Map<Identifier, Set<Identifier>> neighbours = new HashMap<>();
    private final Set<Identifier> blocked;

    /** Nobody was seen yet. */
    public Hubs(IdentityRules rules, StandingFacts facts) {
        this.order = new Identifiers(rules);
        this.limit = rules.hubLimit();
        this.facts = facts;
        this.blocked = new HashSet<>(facts.blocked());
    }

    /** The identifiers that are blocked, by their neighbours in these events or by decree. */
    public static Set<Identifier> of(Collection<Event> events, IdentityRules rules, StandingFacts facts) {
        Hubs hubs = new Hubs(rules, facts);
        events.forEach(event -> hubs.see(event.identifiers()));
        return hubs.blocked();
    }

    /** The identifiers that are blocked so far. */
    public Set<Identifier> blocked() {
        return Set.copyOf(blocked);
    }

    /** One event names all of these. */
    public void see(List<Identifier> together) {
        for (Identifier identifier : together) {
            for (Identifier other : together) {
                if (!other.equals(identifier) && order.isAsStrong(other, identifier)) {
                    see(identifier, other);
                }
            }
        }
    }

    private void see(Identifier identifier, Identifier other) {
        if (blocked.contains(identifier) || facts.unblocked().contains(identifier)) {
            return;
        }
        Set<Identifier> seen = neighbours.computeIfAbsent(identifier, i -> new HashSet<>());
        seen.add(other);
        if (seen.size() > limit) {
            blocked.add(identifier);
            neighbours.remove(identifier);
        }
    }
}
