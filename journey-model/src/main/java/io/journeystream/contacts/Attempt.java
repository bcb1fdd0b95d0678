package io.journeystream.contacts;

import io.journeystream.definitions.Definitions;
import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One interaction: all channel events of one customer with the same source and root contact id. A contact is one
 * attempt, or several that abandon join put together.
 *
 * @param contactId id of the root
 * @param ids all contact ids folded into it, the root's included
 * @param events in order
 * @param intent last non-null; null if none
 * @param abandoned whether the customer gave up
 */
record Attempt(
        String source,
        String contactId,
        Set<String> ids,
        List<ChannelEvent> events,
        List<ContactLeg> legs,
        long start,
        long end,
        @Nullable String intent,
        boolean abandoned,
        long waitMillis,
        long holdMillis,
        long handleMillis) {

    static Attempt of(
            Definitions definitions, String source, String contactId, Set<String> ids, List<ChannelEvent> events) {
        Lengths lengths = new Lengths(events);
        List<ContactLeg> legs = new Legs(definitions, events, lengths).cut();
        int all = events.size();
        return new Attempt(
                source,
                contactId,
                ids,
                events,
                legs,
                events.get(0).getOccurredAt().toEpochMilli(),
                ContactEvents.end(events),
                lastIntent(events),
                abandoned(events, legs),
                lengths.sum(Action.QUEUED, 0, all),
                lengths.sum(Action.HELD, 0, all),
                lengths.sum(Action.CONNECTED, 0, all));
    }

    /** That of its first event. */
    Direction direction() {
        return events.get(0).getDirection();
    }

    String firstChannel() {
        return legs.get(0).channel().name();
    }

    private static @Nullable String lastIntent(List<ChannelEvent> events) {
        for (int i = events.size() - 1; i >= 0; i--) {
            String intent = events.get(i).getIntent();
            if (intent != null) {
                return intent;
            }
        }
        return null;
    }

    private static boolean abandoned(List<ChannelEvent> events, List<ContactLeg> legs) {
        ContactLeg last = legs.get(legs.size() - 1);
        return ContactEvents.any(events, Action.ABANDONED)
                || (last.isAssisted() && !last.served() && lastLegEnded(events));
    }

    private static boolean lastLegEnded(List<ChannelEvent> events) {
        String channel = events.get(events.size() - 1).getChannel();
        for (int i = events.size() - 1; i >= 0 && events.get(i).getChannel().equals(channel); i--) {
            if (events.get(i).getAction() == Action.ENDED) {
                return true;
            }
        }
        return false;
    }
}
