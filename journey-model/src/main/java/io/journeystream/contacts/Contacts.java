package io.journeystream.contacts;

import io.journeystream.contacts.Roots.ContactKey;
import io.journeystream.definitions.Definitions;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Utf8Order;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A customer's channel events in, its contacts out (docs/semantics.md, section 4). */
public final class Contacts {
    private static final Comparator<Attempt> ATTEMPTS = Comparator.comparingLong(Attempt::start)
            .thenComparing(Attempt::source, Utf8Order::compare)
            .thenComparing(Attempt::contactId, Utf8Order::compare);

    private final Definitions definitions;

    public Contacts(Definitions definitions) {
        this.definitions = definitions;
    }

    /** All contacts of one customer, inbound ones joined, in no particular order. */
    public List<Contact> of(Collection<ChannelEvent> events) {
        List<Attempt> inbound = new ArrayList<>();
        List<Contact> contacts = new ArrayList<>();
        for (Attempt attempt : fold(events)) {
            if (attempt.direction() == Direction.INBOUND) {
                inbound.add(attempt);
            } else {
                contacts.add(new Contact(List.of(attempt)));
            }
        }
        inbound.sort(ATTEMPTS);
        long within = definitions.stitching().abandonJoin().toMillis();
        contacts.addAll(new AbandonJoin(within, inbound).join());
        return contacts;
    }

    private List<Attempt> fold(Collection<ChannelEvent> events) {
        List<ChannelEvent> ordered = new ArrayList<>(events);
        ordered.sort(ContactEvents.ORDER);
        Roots roots = new Roots(ordered);
        Map<ContactKey, List<ChannelEvent>> byRoot = new HashMap<>();
        Map<ContactKey, Set<String>> ids = new HashMap<>();
        for (ChannelEvent event : ordered) {
            ContactKey root = roots.rootOf(ContactKey.of(event));
            byRoot.computeIfAbsent(root, r -> new ArrayList<>()).add(event);
            ids.computeIfAbsent(root, r -> new HashSet<>(Set.of(r.contactId()))).add(event.getContactId());
        }
        List<Attempt> attempts = new ArrayList<>(byRoot.size());
        byRoot.forEach((root, its) -> attempts.add(
                Attempt.of(definitions, root.source(), root.contactId(), ids.getOrDefault(root, Set.of()), its)));
        return attempts;
    }
}
