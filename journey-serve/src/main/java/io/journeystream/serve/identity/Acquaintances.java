package io.journeystream.serve.identity;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Hubs;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.StandingFacts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who was seen with whom in all deliveries there are: enough to know who is blocked and who may be one customer. Keeps
 * identifiers, no events.
 */
final class Acquaintances {
    private final Identifiers order;
    private final Hubs hubs;
    private final Map<Identifier, Identifier> known = new HashMap<>();
    private final Set<List<Identifier>> meetings = new HashSet<>();

    Acquaintances(IdentityRules rules, StandingFacts facts) {
        this.order = new Identifiers(rules);
        this.hubs = new Hubs(rules, facts);
    }

    void see(Event event) {
        List<Identifier> together = order.sorted(event.identifiers());
        if (together.size() > 1 && !meetings.contains(together)) {
            List<Identifier> shared = together.stream().map(this::shared).toList();
            meetings.add(shared);
            hubs.see(shared);
        }
    }

    /** One object for all that are equal. */
    private Identifier shared(Identifier identifier) {
        return known.computeIfAbsent(identifier, i -> i);
    }

    /** The identifiers that name nobody. */
    Set<Identifier> blocked() {
        return hubs.blocked();
    }

    /** All that evidence, weighed or not, connects with these, and these. */
    Set<Identifier> around(Set<Identifier> asked) {
        return groups().around(asked);
    }

    /** All among whom evidence may stand in conflict with a limit. */
    Set<Identifier> beyond(Map<String, Integer> limits) {
        return groups().beyond(limits);
    }

    private Groups groups() {
        Set<Identifier> blocked = blocked();
        Groups groups = new Groups();
        meetings.forEach(together -> groups.join(names(together, blocked)));
        return groups;
    }

    /** Those of an event's identifiers that name its customer: its strongest if all of them are blocked. */
    List<Identifier> names(List<Identifier> together, Set<Identifier> blocked) {
        List<Identifier> names = together.stream()
                .filter(identifier -> !blocked.contains(identifier))
                .toList();
        return names.isEmpty() ? List.of(order.strongest(together)) : names;
    }

    Identifier strongest(List<Identifier> names) {
        return order.strongest(names);
    }

    /** How many others an identifier was seen with. */
    int companions(Identifier identifier) {
        Set<Identifier> companions = new HashSet<>();
        meetings.stream().filter(together -> together.contains(identifier)).forEach(companions::addAll);
        companions.remove(identifier);
        return companions.size();
    }
}
