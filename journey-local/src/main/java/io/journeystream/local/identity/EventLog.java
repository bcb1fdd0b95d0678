package io.journeystream.local.identity;

import io.journeystream.events.Event;
import java.util.function.Consumer;

/** All deliveries of events that count, the same each time. */
@FunctionalInterface
interface EventLog {
    void read(Consumer<Event> reader);
}
