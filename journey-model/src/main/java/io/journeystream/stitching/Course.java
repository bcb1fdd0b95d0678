package io.journeystream.stitching;

import io.journeystream.contacts.Contact;
import io.journeystream.contacts.Contacts;
import io.journeystream.contacts.Contacts.Changed;
import io.journeystream.definitions.Definitions;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Event;
import io.journeystream.stitching.JourneyDraft.Joined;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One customer's way through all journeys, kept as events come. More events cost what they change: all that starts before
 * the first item they change stays as it is, what came later is taken back and joins again. In which order, and how many
 * at a time, events are added does not show. For one thread only.
 */
public final class Course {
    private final Stitching stitching;
    private final long maxAge;
    private final Contacts contacts;
    private final Drafts journeys;
    private final PlacedContacts placedContacts = new PlacedContacts();
    private final LateItems late;
    private final LateJoin lateJoin;
    private final List<Placed> placed = new ArrayList<>();
    private final Set<JourneyDraft> touched = new LinkedHashSet<>();

    /** Whether a journey so old that late items could not join it any more has been, or is, joined again. */
    private boolean revived;

    private int inboundContacts;

    /** An item that is no survey answer, and the journey it is in by rules 1 to 5; null if by none of them. */
    private record Placed(Item item, @Nullable JourneyDraft journey) {}

    Course(Definitions definitions, Stitching stitching) {
        this.stitching = stitching;
        this.maxAge = definitions.stitching().maxAge().toMillis();
        this.contacts = new Contacts(definitions);
        this.journeys = new Drafts(definitions.stitching());
        this.late = new LateItems(definitions.stitching().correlate());
        this.lateJoin = new LateJoin(maxAge, journeys, placedContacts);
    }

    /**
     * What more events have changed.
     *
     * @param gone {@link StitchedJourney#firstEventName} of those that are no more
     * @param now those that have changed or are new, in the order in which they were begun
     */
    public record Change(Set<String> gone, List<StitchedJourney> now) {}

    /** Takes in events of this customer that were not taken in before. */
    public Change add(Collection<Event> events) {
        List<ChannelEvent> channelEvents = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.Channel channel) {
                channelEvents.add(channel.avro());
            } else {
                items.add(Item.of(event));
            }
        }
        place(contacts.add(channelEvents), items);
        return change();
    }

    /** How many inbound contacts there are; each is in a journey. */
    public int inboundContacts() {
        return inboundContacts;
    }

    private void place(Changed changed, List<Item> events) {
        long since = changed.since();
        List<Item> next = new ArrayList<>();
        for (Item event : events) {
            if (event.kind() == Item.Kind.VOC) {
                late.add(event);
            } else {
                next.add(event);
                since = Math.min(since, event.start());
            }
        }
        takeBack(since, changed.since(), next);
        changed.contacts().forEach(contact -> next.add(Item.of(contact)));
        next.sort(Item.ORDER);
        next.forEach(this::place);
        late.concernSince(revived ? Long.MIN_VALUE : since);
        late.join(lateJoin, touched::add);
        revived = false;
    }

    /** Takes back all that starts then or later; contacts that start too late to be as they were are given up. */
    private void takeBack(long since, long contactsSince, List<Item> again) {
        while (!placed.isEmpty()) {
            Placed last = placed.get(placed.size() - 1);
            if (last.item().start() < since) {
                return;
            }
            placed.remove(placed.size() - 1);
            takeBack(last);
            if (last.item().contact() == null || last.item().start() < contactsSince) {
                again.add(last.item());
            }
        }
    }

    private void takeBack(Placed last) {
        Item item = last.item();
        JourneyDraft journey = last.journey();
        if (journey == null) {
            late.remove(item, touched::add);
            return;
        }
        joinedOrLeft(item, journeys.takeBackLast());
        Contact contact = item.contact();
        if (contact != null) {
            placedContacts.removeLast(contact);
            inboundContacts -= contact.isInbound() ? 1 : 0;
        }
    }

    private void place(Item item) {
        JourneyDraft journey = stitching.place(item, journeys);
        placed.add(new Placed(item, journey));
        if (journey == null) {
            addContext(item);
            return;
        }
        Contact contact = item.contact();
        if (contact != null) {
            placedContacts.add(contact, journey);
            inboundContacts += contact.isInbound() ? 1 : 0;
        }
        joinedOrLeft(item, journeys.lastJoined());
    }

    private void addContext(Item item) {
        if (item.kind() == Item.Kind.OPERATIONAL) {
            late.add(item);
        }
    }

    private void joinedOrLeft(Item item, Joined joined) {
        touched.add(joined.journey());
        late.concern(item);
        revived |= joined.touchedUntilBefore() + maxAge < item.start();
    }

    private Change change() {
        Set<String> gone = new HashSet<>();
        List<StitchedJourney> now = new ArrayList<>();
        List<JourneyDraft> inOrder = new ArrayList<>(touched);
        inOrder.sort(Comparator.comparingInt(JourneyDraft::begun));
        touched.clear();
        for (JourneyDraft journey : inOrder) {
            if (isStill(journey)) {
                now.add(StitchedJourney.of(journey));
            } else {
                gone.add(StitchedJourney.firstEventName(journey.first()));
            }
        }
        now.forEach(journey -> gone.remove(journey.firstEventName()));
        return new Change(gone, now);
    }

    private boolean isStill(JourneyDraft journey) {
        List<JourneyDraft> begun = journeys.begun();
        return journey.begun() < begun.size() && begun.get(journey.begun()) == journey;
    }
}
