package io.journeystream.contacts;

import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long the queueing, holding and talking in a contact lasted: as the source says, else up to the event that ends
 * it (docs/semantics.md, section 4). In milliseconds.
 */
final class Lengths {
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
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = lengthOf(i);
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

    private long lengthOf(int i) {
        ChannelEvent event = events.get(i);
        Long given = event.getDurationMillis();
        if (given != null) {
            return given;
        }
        Set<Action> ending = endingOf(event.getAction());
        return ending == null ? 0 : untilNext(ending, i);
    }

    private long untilNext(Set<Action> ending, int i) {
        for (int k = i + 1; k < lengths.length; k++) {
            if (ending.contains(events.get(k).getAction())) {
                return events.get(k).getOccurredAt().toEpochMilli()
                        - events.get(i).getOccurredAt().toEpochMilli();
            }
        }
        return 0;
    }

    private static @Nullable Set<Action> endingOf(Action action) {
        return switch (action) {
            case QUEUED -> END_QUEUED;
            case HELD -> END_HELD;
            case CONNECTED -> END_CONNECTED;
            default -> null;
        };
    }
}
