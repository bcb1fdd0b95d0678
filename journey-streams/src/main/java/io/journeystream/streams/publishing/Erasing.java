package io.journeystream.streams.publishing;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Customer;
import io.journeystream.identity.Erasures;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.identity.HashedName;
import io.journeystream.identity.Identifiers;
import io.journeystream.streams.clusters.Clusters;
import io.journeystream.streams.clusters.Root;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.Ledger;
import io.journeystream.topics.Addresses;
import java.util.ArrayList;
import java.util.List;

/** Takes out of state what was erased: events, and in other customers' events the names. */
final class Erasing {
    private final Identifiers order;
    private final Clusters clusters;
    private final Ledger ledger;

    Erasing(IdentityRules rules, Clusters clusters, Ledger ledger) {
        this.order = new Identifiers(rules);
        this.clusters = clusters;
        this.ledger = ledger;
    }

    /** Whether there was anything. */
    boolean erase(Root root, EvidenceGraph evidence, Erasures erasures) {
        if (erasures.isEmpty()) {
            return false;
        }
        evidence.erased().forEach(event -> clusters.erase(root, event));
        ledger.add(Count.ERASED, evidence.erased().size());
        List<Event> naming = evidence.customers().stream()
                .map(Customer::events)
                .flatMap(List::stream)
                .filter(event -> event.identifiers().stream().anyMatch(each -> isReadable(each, event, erasures)))
                .toList();
        naming.forEach(event -> clusters.reword(root, hashed(event, erasures)));
        return !naming.isEmpty() || !evidence.erased().isEmpty();
    }

    private static boolean isReadable(Identifier identifier, Event event, Erasures erasures) {
        return !HashedName.is(identifier) && erasures.cover(identifier, event.occurredAt());
    }

    /** Hashes stay, in their places: should what names the event be blocked later, it is known that this was erased. */
    private Event hashed(Event event, Erasures erasures) {
        List<Identifier> names = order.sorted(event.identifiers());
        List<Identifier> next = new ArrayList<>();
        int place = 0;
        for (int i = 0; i < names.size(); i++) {
            Identifier name = names.get(i);
            boolean another = i == 0 || !names.get(i - 1).getType().equals(name.getType());
            place = another ? 0 : place + 1;
            next.add(isReadable(name, event, erasures) ? HashedName.placed(Addresses.of(name), place) : name);
        }
        return event.naming(next);
    }
}
