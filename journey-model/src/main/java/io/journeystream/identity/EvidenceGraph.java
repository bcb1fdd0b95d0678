package io.journeystream.identity;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Components.Component;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All evidence of a cluster, weighed: who is one customer, which evidence stands in conflict, and why
 * (docs/semantics.md, section 3). A function of the events, the rules and the standing facts: the order of events does
 * not show.
 *
 * <p>Of the evidence for a pair only the earliest counts. Sets only grow while evidence is weighed, so what once would
 * have broken a limit would break it later too.
 */
public final class EvidenceGraph {
    private final Identifiers order;
    private final Set<Identifier> blocked;
    private final Map<Pair, Evidence> earliest = new HashMap<>();
    private final Components components;
    private final List<Evidence> joined = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final List<Customer> customers;

    /** @param cluster events, each (source, eventId) once, in whatever order */
    public EvidenceGraph(Collection<Event> cluster, IdentityRules rules, StandingFacts facts) {
        this.order = new Identifiers(rules);
        this.blocked = Hubs.of(cluster, rules, facts);
        this.components = new Components(rules.limits());
        cluster.forEach(event -> take(event, facts));
        weigh();
        this.customers = group(cluster);
    }

    private void take(Event event, StandingFacts facts) {
        List<Identifier> names = names(event);
        names.forEach(components::add);
        for (Identifier weaker : names.subList(1, names.size())) {
            Pair pair = Pair.of(names.get(0), weaker, order);
            if (!facts.withdrawn().contains(pair)) {
                Evidence evidence = Evidence.of(pair, event);
                earliest.merge(pair, evidence, this::earlier);
            }
        }
    }

    /** Identifiers that name the event's customer, each once, strongest first; at least one. */
    private List<Identifier> names(Event event) {
        List<Identifier> sorted = new ArrayList<>(new LinkedHashSet<>(event.identifiers()));
        sorted.sort(order);
        List<Identifier> names = sorted.stream()
                .filter(identifier -> !blocked.contains(identifier))
                .toList();
        return names.isEmpty() ? sorted.subList(0, 1) : names;
    }

    private Evidence earlier(Evidence one, Evidence other) {
        return Evidence.order(order).compare(one, other) <= 0 ? one : other;
    }

    private void weigh() {
        earliest.values().stream().sorted(Evidence.order(order)).forEach(evidence -> {
            String exceeded = components.join(evidence.pair());
            if (exceeded == null) {
                joined.add(evidence);
            } else {
                conflicts.add(new Conflict(evidence, exceeded));
            }
        });
    }

    private List<Customer> group(Collection<Event> cluster) {
        Map<Component, Identifier> strongest = new HashMap<>();
        Map<Component, List<Event>> events = new HashMap<>();
        for (Event event : cluster) {
            List<Identifier> names = names(event);
            names.forEach(name -> strongest.merge(components.add(name), name, this::stronger));
            events.computeIfAbsent(components.add(names.get(0)), component -> new ArrayList<>())
                    .add(event);
        }
        List<Customer> found = new ArrayList<>();
        strongest.forEach((component, identifier) -> {
            List<Event> own = events.get(component);
            if (own != null) {
                found.add(new Customer(Identifiers.customerId(identifier), identifier, own));
            }
        });
        found.sort((a, b) -> order.compare(a.strongest(), b.strongest()));
        return found;
    }

    private Identifier stronger(Identifier one, Identifier other) {
        return order.compare(one, other) <= 0 ? one : other;
    }

    /** The customers that any event belongs to, in the order of their strongest identifiers. */
    public List<Customer> customers() {
        return List.copyOf(customers);
    }

    /** Evidence that joins nothing, in the order in which it was weighed. */
    public List<Conflict> conflicts() {
        return List.copyOf(conflicts);
    }

    /** Identifiers that name nobody. */
    public Set<Identifier> blocked() {
        return Set.copyOf(blocked);
    }

    /** Why two identifiers are one customer or not. */
    public Explanation explain(Identifier one, Identifier other) {
        List<Identifier> hubs = List.of(one, other).stream()
                .filter(blocked::contains)
                .distinct()
                .toList();
        return hubs.isEmpty() ? new Chains(joined, conflicts).between(one, other) : new Explanation.Blocked(hubs);
    }
}
