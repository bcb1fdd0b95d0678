package io.journeystream.identity;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Components.Component;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    private final Set<Pair> withdrawn;
    private final Set<Identifier> blocked;
    private final Erasures erasures;
    private final List<Event> erased = new ArrayList<>();
    private final Map<Pair, Evidence> earliest = new HashMap<>();
    private final Components components;
    private final List<Evidence> joined = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final List<Customer> customers;
    private final Map<Identifier, Customer> byName = new HashMap<>();

    /**
     * A cluster, of which is known who is blocked: whoever counts neighbours counts those in other clusters too.
     *
     * @param cluster events, each (source, eventId) once, in whatever order
     * @param withdrawn pairs whose evidence counts for nothing
     * @param blocked identifiers that name nobody
     */
    public EvidenceGraph(Collection<Event> cluster, IdentityRules rules, Set<Pair> withdrawn, Set<Identifier> blocked) {
        this(cluster, rules, withdrawn, blocked, Erasures.NONE);
    }

    /**
     * The same, where customers were erased.
     *
     * @param erasures of identifiers; an event whose strongest name is erased is in no customer
     */
    public EvidenceGraph(
            Collection<Event> cluster,
            IdentityRules rules,
            Set<Pair> withdrawn,
            Set<Identifier> blocked,
            Erasures erasures) {
        this.order = new Identifiers(rules);
        this.withdrawn = Set.copyOf(withdrawn);
        this.blocked = Set.copyOf(blocked);
        this.erasures = erasures;
        this.components = new Components(rules.limits());
        List<Named> named =
                cluster.stream().map(this::named).flatMap(this::remaining).toList();
        named.forEach(this::take);
        weigh();
        this.customers = group(named);
        customers.forEach(customer -> customer.since().keySet().forEach(name -> byName.put(name, customer)));
    }

    /** All events there are, so that hubs can be counted in them. */
    public EvidenceGraph(Collection<Event> all, IdentityRules rules, StandingFacts facts) {
        this(all, rules, facts.withdrawn(), Hubs.of(all, rules, facts), facts.erasures());
    }

    /**
     * An event with the identifiers that name its customer.
     *
     * @param names each once, strongest first; at least one
     */
    private record Named(Event event, List<Identifier> names) {}

    private void take(Named named) {
        List<Identifier> names = named.names();
        names.forEach(components::add);
        for (Identifier weaker : names.subList(1, names.size())) {
            Pair pair = Pair.of(names.get(0), weaker, order);
            if (!withdrawn.contains(pair)) {
                Evidence evidence = Evidence.of(pair, named.event());
                earliest.merge(pair, evidence, this::earlier);
            }
        }
    }

    private Named named(Event event) {
        if (event.identifiers().size() == 1) {
            return new Named(event, event.identifiers());
        }
        List<Identifier> sorted = order.sorted(event.identifiers());
        List<Identifier> names = sorted.stream()
                .filter(identifier -> !blocked.contains(identifier))
                .toList();
        return new Named(event, names.isEmpty() ? sorted.subList(0, 1) : names);
    }

    /** Without the names that were erased; nothing if the strongest was, and the event with it. */
    private Stream<Named> remaining(Named named) {
        if (erasures.isEmpty()) {
            return Stream.of(named);
        }
        Event event = named.event();
        if (erasures.cover(named.names().get(0), event.occurredAt())) {
            erased.add(event);
            return Stream.empty();
        }
        List<Identifier> names = named.names().stream()
                .filter(name -> !erasures.cover(name, event.occurredAt()))
                .toList();
        return Stream.of(new Named(event, names));
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

    private List<Customer> group(List<Named> cluster) {
        Map<Component, Members> members = new LinkedHashMap<>();
        for (Named named : cluster) {
            members.computeIfAbsent(components.add(named.names().get(0)), c -> new Members())
                    .events
                    .add(named.event());
            for (Identifier name : named.names()) {
                members.computeIfAbsent(components.add(name), c -> new Members())
                        .since
                        .merge(name, named.event().occurredAt(), Math::min);
            }
        }
        return members.values().stream()
                .filter(of -> !of.events.isEmpty())
                .map(Members::customer)
                .sorted(Comparator.comparing(Customer::strongest, order))
                .toList();
    }

    /** What belongs to one customer. */
    private final class Members {
        private final List<Event> events = new ArrayList<>();
        private final Map<Identifier, Long> since = new HashMap<>();

        Customer customer() {
            Identifier strongest = Collections.min(since.keySet(), order);
            return new Customer(Identifiers.customerId(strongest), strongest, events, since);
        }
    }

    /** The customers that any event belongs to, in the order of their strongest identifiers. */
    public List<Customer> customers() {
        return customers;
    }

    /**
     * Whose event a further one is, if it says nothing new about who is who: nothing in here would change with it but that
     * customer's events.
     *
     * @return null if it does say something new
     */
    public @Nullable Customer customerOfKnown(Event further) {
        if (further.identifiers().stream().anyMatch(name -> erasures.cover(name, further.occurredAt()))) {
            return null;
        }
        List<Identifier> names = named(further).names();
        for (Identifier name : names) {
            Customer known = byName.get(name);
            if (known == null || known.since().getOrDefault(name, Long.MAX_VALUE) > further.occurredAt()) {
                return null;
            }
        }
        for (Identifier weaker : names.subList(1, names.size())) {
            Pair pair = Pair.of(names.get(0), weaker, order);
            if (!withdrawn.contains(pair) && !isKnown(Evidence.of(pair, further))) {
                return null;
            }
        }
        return byName.get(names.get(0));
    }

    private boolean isKnown(Evidence evidence) {
        Evidence known = earliest.get(evidence.pair());
        return known != null && Evidence.order(order).compare(known, evidence) <= 0;
    }

    /** Evidence that counts, of each pair the earliest, in the order in which it was weighed. */
    public List<Evidence> joined() {
        return List.copyOf(joined);
    }

    /** Evidence that joins nothing, in the order in which it was weighed. */
    public List<Conflict> conflicts() {
        return List.copyOf(conflicts);
    }

    /** Events that were erased with the customer whose they were. */
    public List<Event> erased() {
        return List.copyOf(erased);
    }

    /** Identifiers that name nobody. */
    public Set<Identifier> blocked() {
        return blocked;
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
