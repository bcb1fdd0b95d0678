package io.journeystream.identity;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole cluster in, its customers out. Until evidence between identifiers is weighed, an event belongs to the
 * customer of its strongest identifier, and a cluster is what shares that.
 */
public final class Customers {
    private final Identifiers identifiers;

    public Customers(IdentityRules rules) {
        this.identifiers = new Identifiers(rules);
    }

    /** The customers of a cluster, each event with exactly one; each (source, eventId) must come once. */
    public List<Customer> of(Collection<Event> cluster) {
        Map<Identifier, List<Event>> byStrongest = new LinkedHashMap<>();
        for (Event event : cluster) {
            byStrongest
                    .computeIfAbsent(identifiers.strongest(event.identifiers()), i -> new ArrayList<>())
                    .add(event);
        }
        return byStrongest.entrySet().stream()
                .map(e -> new Customer(Identifiers.customerId(e.getKey()), e.getKey(), e.getValue()))
                .toList();
    }
}
