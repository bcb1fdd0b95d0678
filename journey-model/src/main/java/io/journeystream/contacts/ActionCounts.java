package io.journeystream.contacts;

import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How often each action occurs among events. */
final class ActionCounts {
    private static final Set<Action> SAY_NOTHING = EnumSet.of(Action.STARTED, Action.ENDED, Action.ABANDONED);

    private final Map<Action, Integer> counts = new EnumMap<>(Action.class);

    ActionCounts(List<ChannelEvent> events) {
        for (ChannelEvent event : events) {
            counts.merge(event.getAction(), 1, Integer::sum);
        }
    }

    int of(Action action) {
        return counts.getOrDefault(action, 0);
    }

    boolean any(Action action) {
        return counts.containsKey(action);
    }

    /** Whether no other action than STARTED, ENDED and ABANDONED occurs. */
    boolean sayNothing() {
        return SAY_NOTHING.containsAll(counts.keySet());
    }
}
