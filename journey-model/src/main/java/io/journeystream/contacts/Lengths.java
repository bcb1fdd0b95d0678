package io.journeystream.contacts;

import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How long the queueing, holding and talking in a contact lasted: as the source says, else up to the event that ends
 * it (docs/semantics.md, section 4). In milliseconds.
 */
final class Lengths {
    private static final long UNKNOWN = Long.MAX_VALUE;
    private static final Set<Action> END_QUEUED =
            EnumSet.of(Action.QUEUED, Action.CONNECTED, Action.ABANDONED, Action.ENDED);
    private static final Set<Action> END_HELD =
            EnumSet.of(Action.CONNECTED, Action.TRANSFERRED, Action.ABANDONED, Action.ENDED);
    private static final Set<Action> END_CONNECTED = EnumSet.of(
            Action.CONNECTED, Action.QUEUED, Action.TRANSFERRED, Action.HANDED_OFF, Action.ABANDONED, Action.ENDED);

    private final List<ChannelEvent> events;
    private final long[] lengths;

    /** Lengths in a contact's events, which are in order. */
    Lengths(List<ChannelEvent> events) {
        this.events = events;
        this.lengths = new long[events.size()];
        fill(Action.QUEUED, END_QUEUED);
        fill(Action.HELD, END_HELD);
        fill(Action.CONNECTED, END_CONNECTED);
    }

    /** From the last event to the first, so that the one that ends it is known. */
    private void fill(Action action, Set<Action> ending) {
        long ended = UNKNOWN;
        for (int i = lengths.length - 1; i >= 0; i--) {
            ChannelEvent event = events.get(i);
            long time = event.getOccurredAt().toEpochMilli();
            if (event.getAction() == action) {
                Long given = event.getDurationMillis();
                long derived = ended == UNKNOWN ? 0 : ended - time;
                lengths[i] = given != null ? given : derived;
            }
            ended = ending.contains(event.getAction()) ? time : ended;
        }
    }

    /** Length of all events from one position to before another whose action this is. */
    long sum(Action action, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            if (events.get(i).getAction() == action) {
                sum += lengths[i];
            }
        }
        return sum;
    }
}
