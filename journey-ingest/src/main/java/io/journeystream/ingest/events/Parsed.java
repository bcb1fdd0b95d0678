package io.journeystream.ingest.events;

import io.journeystream.events.Event;
import io.journeystream.rejects.RejectReason;
import org.jspecify.annotations.Nullable;

/** What became of one native event: it stands, or it is refused and says why. */
public sealed interface Parsed {

    /** A valid event, identifiers normalised and strongest first. */
    record Accepted(Event event) implements Parsed {}

    /**
     * A refused event.
     *
     * @param reason why, for machines
     * @param pointer JSON pointer to the first field at fault; null if the whole is
     * @param message what is wrong and what would be right; all mistakes, not only the first
     * @param source source of the event; null if it could not be read
     * @param eventId id of the event; null if it could not be read
     */
    record Rejected(
            RejectReason reason,
            @Nullable String pointer,
            String message,
            @Nullable String source,
            @Nullable String eventId)
            implements Parsed {}
}
