package io.journeystream.streams.intake;

import io.journeystream.events.Event;
import io.journeystream.rejects.RejectReason;
import org.jspecify.annotations.Nullable;

/** What a record of an event topic turned out to be. */
public sealed interface Received {

    /**
     * An event that keeps the rules.
     *
     * @param importId the import it is part of; null for a live event
     */
    record Accepted(Event event, @Nullable String importId) implements Received {}

    /**
     * Bytes that are no event, or an event that breaks a rule.
     *
     * @param message what is wrong, for a person to read
     * @param event the event where it could be read; else null
     */
    record Refused(
            RejectReason reason, String message, @Nullable Event event) implements Received {}
}
