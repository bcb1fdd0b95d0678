package io.journeystream.stitching;

import io.journeystream.contacts.Contact;
import io.journeystream.events.Event;
import io.journeystream.events.OperationalEvent;
import io.journeystream.events.VocEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A journey with all that joined it, before anything is measured. Instants are epoch milliseconds.
 *
 * @param first the item that began it
 * @param items all of them, in order
 * @param joined its operational and voice-of-customer events, in the order in which they joined
 * @param contacts its contacts in order, outbound too
 * @param inbound its inbound contacts in order
 * @param operations its operational events in order
 * @param answers its voice-of-customer events in order
 */
public record StitchedJourney(
        String type,
        Item first,
        long startedAt,
        long activeUntil,
        long touchedUntil,
        List<Item> items,
        List<Event> joined,
        List<Contact> contacts,
        List<Contact> inbound,
        List<OperationalEvent> operations,
        List<VocEvent> answers) {

    static StitchedJourney of(JourneyDraft draft) {
        List<Item> items = new ArrayList<>(draft.items());
        items.addAll(draft.late());
        List<Event> joined =
                items.stream().map(Item::event).filter(Objects::nonNull).toList();
        items.sort(Item.ORDER);
        List<Contact> contacts =
                items.stream().map(Item::contact).filter(Objects::nonNull).toList();
        List<OperationalEvent> operations = new ArrayList<>();
        List<VocEvent> answers = new ArrayList<>();
        for (Item item : items) {
            if (item.event() instanceof Event.Operational operational) {
                operations.add(operational.avro());
            } else if (item.event() instanceof Event.Voc voc) {
                answers.add(voc.avro());
            }
        }
        return new StitchedJourney(
                draft.type(),
                draft.first(),
                draft.startedAt(),
                draft.activeUntil(),
                draft.touchedUntil(),
                items,
                joined,
                contacts,
                contacts.stream().filter(Contact::isInbound).toList(),
                operations,
                answers);
    }

    /** The last inbound contact; null if there is none. */
    public @Nullable Contact lastInbound() {
        return inbound.isEmpty() ? null : inbound.get(inbound.size() - 1);
    }

    /** Channel of the first inbound leg; null without inbound contact. */
    public @Nullable String entryChannel() {
        return inbound.isEmpty() ? null : inbound.get(0).legs().get(0).channel().name();
    }

    /** Channel of the last inbound leg; null without inbound contact. */
    public @Nullable String lastChannel() {
        Contact last = lastInbound();
        return last == null
                ? null
                : last.legs().get(last.legs().size() - 1).channel().name();
    }

    /** {@code source|eventId} of the first event of the first item, which names the journey. */
    public String firstEventName() {
        return firstEventName(first);
    }

    static String firstEventName(Item first) {
        Contact contact = first.contact();
        return first.source() + "|"
                + (contact == null ? first.id() : contact.events().get(0).getEventId());
    }

    /** All events it is made of. */
    public List<Event> events() {
        List<Event> events = new ArrayList<>();
        for (Item item : items) {
            if (item.contact() != null) {
                item.contact().events().forEach(event -> events.add(new Event.Channel(event)));
            } else if (item.event() != null) {
                events.add(item.event());
            }
        }
        return events;
    }
}
