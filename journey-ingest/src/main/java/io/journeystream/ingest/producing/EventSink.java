package io.journeystream.ingest.producing;

import io.journeystream.events.Event;
import io.journeystream.rejects.Reject;
import java.time.Instant;

/**
 * Where valid events and rejects go. Sending is asynchronous: only after {@link #flush} has returned is everything
 * kept. An event that could not be kept makes the next call fail with {@link NotKept}; none is lost silently.
 */
public interface EventSink {

    /** Sends a valid event whose identifiers are normalised, strongest first. Blocks while too much is under way. */
    void send(Event event);

    /** Sends a reject. Blocks while too much is under way. */
    void reject(Reject reject);

    /**
     * Says to every partition that event time has come this far, after all events sent so far.
     *
     * @param origin who ticks
     */
    void tick(Instant time, String origin);

    /** Returns when all that was sent is kept. */
    void flush();

    /** What has been kept so far. */
    Produced produced();
}
