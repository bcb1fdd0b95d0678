package io.journeystream.local.truth;

import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the rules have made of the evidence.
 *
 * @param order strongest identifier first
 * @param blocked identifiers that name nobody
 * @param conflicting pairs whose evidence joins nothing
 * @param withdrawn pairs whose evidence counts for nothing
 */
record Weighed(Identifiers order, Set<Identifier> blocked, Set<Pair> conflicting, Set<Pair> withdrawn) {

    /** Why two identifiers of an event are one customer's, or what stands against it. */
    enum Verdict {
        JOINS,
        CONFLICTS,
        WITHDRAWN,
        BLOCKED
    }

    /** One step of evidence. */
    record Step(Identifier from, Identifier to, Verdict verdict) {}

    /** The identifier to whose customer an event belongs. */
    Identifier owner(Event event) {
        return event.identifiers().stream()
                .filter(identifier -> !blocked.contains(identifier))
                .min(order)
                .orElseGet(() -> order.strongest(event.identifiers()));
    }

    /** From the owner to each other identifier of an event. */
    List<Step> steps(Event event) {
        Identifier owner = owner(event);
        List<Step> steps = new ArrayList<>();
        for (Identifier identifier : event.identifiers()) {
            if (!identifier.equals(owner)) {
                steps.add(new Step(owner, identifier, verdict(owner, identifier)));
            }
        }
        return steps;
    }

    private Verdict verdict(Identifier owner, Identifier identifier) {
        if (blocked.contains(identifier) || blocked.contains(owner)) {
            return Verdict.BLOCKED;
        }
        Pair pair = new Pair(owner, identifier);
        if (withdrawn.contains(pair)) {
            return Verdict.WITHDRAWN;
        }
        return conflicting.contains(pair) ? Verdict.CONFLICTS : Verdict.JOINS;
    }
}
