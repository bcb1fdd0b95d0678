package io.journeystream.stitching;

import io.journeystream.contacts.Contact;
import io.journeystream.events.Event;
import io.journeystream.events.Utf8Order;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a journey is made of: a contact, an operational event or a survey answer (docs/semantics.md, section 5).
 *
 * @param start epoch milliseconds
 * @param end epoch milliseconds; an event lasts no time
 * @param id root contact id or event id
 * @param intent null if unknown
 * @param contact null unless it is a contact
 * @param event null unless it is an operational or voice-of-customer event
 */
public record Item(
        Kind kind,
        long start,
        long end,
        String source,
        long sequence,
        String id,
        @Nullable String intent,
        Map<String, String> references,
        Map<String, String> attributes,
        @Nullable Contact contact,
        @Nullable Event event) {

    /** In the order of items of one start. */
    public enum Kind {
        CONTACT,
        OPERATIONAL,
        VOC
    }

    /** The order in which items are looked at. */
    public static final Comparator<Item> ORDER = Comparator.comparingLong(Item::start)
            .thenComparing(Item::kind)
            .thenComparing(Item::source, Utf8Order::compare)
            .thenComparingLong(Item::sequence)
            .thenComparing(Item::id, Utf8Order::compare);

    static Item of(Contact contact) {
        return new Item(
                Kind.CONTACT,
                contact.start(),
                contact.end(),
                contact.source(),
                0,
                contact.contactId(),
                contact.intent(),
                contact.references(),
                contact.attributes(),
                contact,
                null);
    }

    static Item of(Event event) {
        return new Item(
                event instanceof Event.Voc ? Kind.VOC : Kind.OPERATIONAL,
                event.occurredAt(),
                event.occurredAt(),
                event.source(),
                event.sequence(),
                event.eventId(),
                event.intent(),
                event.references(),
                event.attributes(),
                null,
                event);
    }

    boolean isInboundContact() {
        return contact != null && contact.isInbound();
    }

    /** The contact that a survey answer names; null if it names none, or is no survey answer. */
    @Nullable
    String namedContact() {
        return event instanceof Event.Voc voc ? voc.avro().getContactId() : null;
    }
}
