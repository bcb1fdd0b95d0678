package io.journeystream.serve.identity;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Identifier;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.LaidDown;
import java.util.Set;

/** Answers who is whom from all deliveries of events and what people have laid down. Each answer reads all of them. */
public final class WhoIsWho {
    private final EventLog log;
    private final LaidDown laidDown;
    private final IdentityRules rules;
    private final Identifiers order;

    /** @param rules those that streams runs with */
    public WhoIsWho(EventLog log, LaidDown laidDown, IdentityRules rules) {
        this.log = log;
        this.laidDown = laidDown;
        this.rules = rules;
        this.order = new Identifiers(rules);
    }

    /** The customer whom an identifier names. */
    public Portrait show(Identifier identifier) {
        return Portrait.of(identifier, around(identifier), order);
    }

    /** Why two identifiers are one customer or not. */
    public Verdict explain(Identifier one, Identifier other) {
        return Verdict.of(one, other, around(one, other), order);
    }

    /** All evidence that joins nothing, because a customer would hold too many identifiers of a type. */
    public Conflicts conflicts() {
        return Conflicts.of(Neighbourhood.ofConflicts(log, laidDown, rules));
    }

    /** Everybody, with all of their events; these are kept in memory. */
    EvidenceGraph everybody() {
        return Neighbourhood.everybody(log, laidDown, rules);
    }

    Neighbourhood around(Identifier identifier) {
        return Neighbourhood.around(Set.of(identifier), log, laidDown, rules);
    }

    private Neighbourhood around(Identifier one, Identifier other) {
        return one.equals(other) ? around(one) : Neighbourhood.around(Set.of(one, other), log, laidDown, rules);
    }
}
