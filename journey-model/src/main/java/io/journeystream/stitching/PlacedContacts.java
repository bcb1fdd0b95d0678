package io.journeystream.stitching;

import io.journeystream.contacts.Contact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The contacts that are in journeys, as survey answers look for them. They come in order and go in the reverse order. */
final class PlacedContacts {
    private final Map<String, List<Placed>> named = new HashMap<>();
    private final NavigableMap<Long, List<Placed>> inboundByEnd = new TreeMap<>();

    /** A contact, and the journey it is in. */
    record Placed(Contact contact, JourneyDraft journey) {}

    void add(Contact contact, JourneyDraft journey) {
        Placed placed = new Placed(contact, journey);
        for (String id : contact.ids()) {
            named.computeIfAbsent(id, i -> new ArrayList<>(1)).add(placed);
        }
        if (contact.isInbound()) {
            inboundByEnd.computeIfAbsent(contact.end(), e -> new ArrayList<>(1)).add(placed);
        }
    }

    void removeLast(Contact contact) {
        for (String id : contact.ids()) {
            named.computeIfPresent(id, (i, placed) -> withoutLast(placed));
        }
        if (contact.isInbound()) {
            inboundByEnd.computeIfPresent(contact.end(), (e, placed) -> withoutLast(placed));
        }
    }

    private static List<Placed> withoutLast(List<Placed> placed) {
        placed.remove(placed.size() - 1);
        return placed;
    }

    /** Those of any source that bear the id, in order. */
    List<Placed> named(String contactId) {
        return named.getOrDefault(contactId, List.of());
    }

    /** The inbound ones that ended in {@code (after, until]}, by the instant; those that ended last first. */
    Collection<List<Placed>> ended(long after, long until) {
        return inboundByEnd.subMap(after, false, until, true).descendingMap().values();
    }
}
