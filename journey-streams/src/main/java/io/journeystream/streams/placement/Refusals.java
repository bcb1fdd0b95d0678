package io.journeystream.streams.placement;

import io.journeystream.events.Event;
import org.jspecify.annotations.Nullable;

/** Where events are refused that belong to customers who were erased. */
public interface Refusals {

    /**
     * Refuses one.
     *
     * @param origin null if the event was kept aside, as one of an import
     */
    void erased(Event event, @Nullable Origin origin);
}
