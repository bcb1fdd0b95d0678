package io.journeystream.serve.identity;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Customer;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.identity.LaidDown;
import io.journeystream.identity.StandingFacts;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * All that evidence connects with some identifiers, computed from the log as streams would (docs/semantics.md, section
 * 2: what streams holds is a function of the log).
 *
 * @param evidence weighed
 * @param laidDown what people have said
 * @param acquaintances of everybody
 */
record Neighbourhood(EvidenceGraph evidence, LaidDown laidDown, Acquaintances acquaintances) {

    /** All that evidence connects with these. */
    static Neighbourhood around(Set<Identifier> asked, EventLog log, LaidDown laidDown, IdentityRules rules) {
        return of(acquaintances -> acquaintances.around(asked), log, laidDown, rules);
    }

    /** All among whom there may be a conflict. */
    static Neighbourhood ofConflicts(EventLog log, LaidDown laidDown, IdentityRules rules) {
        return of(acquaintances -> acquaintances.beyond(rules.limits()), log, laidDown, rules);
    }

    /** All events that stand, weighed at once; keeps all of them in memory. */
    static EvidenceGraph everybody(EventLog log, LaidDown laidDown, IdentityRules rules) {
        StandingFacts facts = laidDown.facts();
        Acquaintances acquaintances = new Acquaintances(rules, facts);
        StandingEvents standing = new StandingEvents();
        log.read(event -> {
            acquaintances.see(event);
            standing.take(event);
        });
        return new EvidenceGraph(
                standing.events(), rules, facts.withdrawn(), acquaintances.blocked(), facts.erasures());
    }

    /** Reads all deliveries twice: who is connected, and then the events of those only; rarely a third time. */
    private static Neighbourhood of(
            Function<Acquaintances, Set<Identifier>> choice, EventLog log, LaidDown laidDown, IdentityRules rules) {
        StandingFacts facts = laidDown.facts();
        Acquaintances acquaintances = new Acquaintances(rules, facts);
        log.read(acquaintances::see);
        Set<Identifier> blocked = acquaintances.blocked();
        Set<Identifier> around = choice.apply(acquaintances);
        StandingEvents standing = new StandingEvents();
        log.read(event -> {
            if (acquaintances.names(event.identifiers(), blocked).stream().anyMatch(around::contains)) {
                standing.take(event);
            }
        });
        takeRevisions(standing, log, blocked);
        EvidenceGraph evidence =
                new EvidenceGraph(standing.events(), rules, facts.withdrawn(), blocked, facts.erasures());
        return new Neighbourhood(evidence, laidDown, acquaintances);
    }

    /** A revision shares an identifier with what it replaces; if that is a blocked one, it lies elsewhere. */
    private static void takeRevisions(StandingEvents standing, EventLog log, Set<Identifier> blocked) {
        boolean mayLieElsewhere = standing.events().stream()
                .anyMatch(event -> event.identifiers().stream().anyMatch(blocked::contains));
        if (mayLieElsewhere) {
            log.read(event -> {
                if (standing.knows(event)) {
                    standing.take(event);
                }
            });
        }
    }

    /** The customer that an identifier names; empty if it names nobody. */
    Optional<Customer> customer(Identifier named) {
        return evidence.customers().stream()
                .filter(customer -> customer.since().containsKey(named))
                .findFirst();
    }

    /** The strongest identifier by which an event names its customer. */
    Identifier name(Event event) {
        return acquaintances.strongest(acquaintances.names(event.identifiers(), evidence.blocked()));
    }

    boolean isBlocked(Identifier identifier) {
        return evidence.blocked().contains(identifier);
    }
}
