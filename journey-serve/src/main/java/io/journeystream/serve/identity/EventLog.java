package io.journeystream.serve.identity;

import io.journeystream.events.Event;
import java.util.function.Consumer;

/** All deliveries of events that count, the same each time. */
@FunctionalInterface
public interface EventLog {

    /** Reads all of them once. */
    void read(Consumer<Event> reader);
}
