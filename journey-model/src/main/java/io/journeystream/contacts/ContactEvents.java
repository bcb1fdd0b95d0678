package io.journeystream.contacts;

import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Utf8Order;
import java.util.Comparator;
import java.util.List;

/** What the events of a contact say together. */
final class ContactEvents {
    /** The order of events in a contact: (occurredAt, sequence, action rank, eventId). */
    static final Comparator<ChannelEvent> ORDER = Comparator.comparing(ChannelEvent::getOccurredAt)
            .thenComparingLong(ChannelEvent::getSequence)
            .thenComparing(ChannelEvent::getAction)
            .thenComparing(ChannelEvent::getEventId, Utf8Order::compare);

    private ContactEvents() {}

    /** Latest occurrence plus its given duration; lengths that were derived move no end. */
    static long end(List<ChannelEvent> events) {
        long end = Long.MIN_VALUE;
        for (ChannelEvent event : events) {
            Long duration = event.getDurationMillis();
            end = Math.max(end, event.getOccurredAt().toEpochMilli() + (duration == null ? 0 : duration));
        }
        return end;
    }

    static boolean any(List<ChannelEvent> events, Action action) {
        for (ChannelEvent event : events) {
            if (event.getAction() == action) {
                return true;
            }
        }
        return false;
    }
}
