package io.journeystream.contacts;

import io.journeystream.events.ChannelEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which contact a transfer leg, consult or conference leads back to (docs/semantics.md, section 4). */
final class Roots {
    private final Map<ContactKey, String> parents = new HashMap<>();
    private final Set<ContactKey> mentioned = new HashSet<>();

    record ContactKey(String source, String contactId) {
        static ContactKey of(ChannelEvent event) {
            return new ContactKey(event.getSource(), event.getContactId());
        }
    }

    /**
     * Reads one of a customer's channel events; the first that names a contact's parent decides.
     *
     * @return false if it leads contacts that were read before to another root than before; then nothing is read, and
     *     all events must be read again, in order
     */
    boolean read(ChannelEvent event) {
        ContactKey contact = ContactKey.of(event);
        String parent = event.getParentContactId();
        String known = parents.get(contact);
        if (parent != null && !parent.equals(known)) {
            if (known != null || mentioned.contains(contact)) {
                return false;
            }
            parents.put(contact, parent);
            mentioned.add(new ContactKey(contact.source(), parent));
        }
        mentioned.add(contact);
        return true;
    }

    /** Reads an event after all that come before it in order. */
    void readInOrder(ChannelEvent event) {
        ContactKey contact = ContactKey.of(event);
        String parent = event.getParentContactId();
        if (parent != null) {
            parents.putIfAbsent(contact, parent);
            mentioned.add(new ContactKey(contact.source(), parent));
        }
        mentioned.add(contact);
    }

    /** Follows the parents as far as they are known, never to a contact passed before. */
    ContactKey rootOf(ContactKey contact) {
        if (!parents.containsKey(contact)) {
            return contact;
        }
        Set<ContactKey> passed = new HashSet<>();
        ContactKey root = contact;
        while (passed.add(root)) {
            @Nullable String parent = parents.get(root);
            ContactKey next = parent == null ? root : new ContactKey(contact.source(), parent);
            if (passed.contains(next)) {
                return root;
            }
            root = next;
        }
        return root;
    }
}
