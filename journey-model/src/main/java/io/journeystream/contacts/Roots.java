package io.journeystream.contacts;

import io.journeystream.events.ChannelEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which contact a transfer leg, consult or conference leads back to (docs/semantics.md, section 4). */
final class Roots {
    private final Map<ContactKey, String> parents = new HashMap<>();

    record ContactKey(String source, String contactId) {
        static ContactKey of(ChannelEvent event) {
            return new ContactKey(event.getSource(), event.getContactId());
        }
    }

    /** Reads the parents from all of a customer's channel events, which are in order. */
    Roots(List<ChannelEvent> ordered) {
        for (ChannelEvent event : ordered) {
            String parent = event.getParentContactId();
            if (parent != null) {
                parents.putIfAbsent(ContactKey.of(event), parent);
            }
        }
    }

    /** Follows the parents as far as they are known, never to a contact passed before. */
    ContactKey rootOf(ContactKey contact) {
        if (!parents.containsKey(contact)) {
            return contact;
        }
        Set<ContactKey> passed = new HashSet<>();
        ContactKey root = contact;
        while (passed.add(root)) {
            String parent = parents.get(root);
            ContactKey next = parent == null ? root : new ContactKey(contact.source(), parent);
            if (passed.contains(next)) {
                return root;
            }
            root = next;
        }
        return root;
    }
}
