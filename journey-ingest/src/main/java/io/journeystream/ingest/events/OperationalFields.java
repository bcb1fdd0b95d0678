package io.journeystream.ingest.events;

import io.journeystream.events.Identifier;
import io.journeystream.events.Operation;
import io.journeystream.events.OperationalEvent;
import java.util.List;

/** Reads an operational event. */
final class OperationalFields {
    private OperationalFields() {}

    static OperationalEvent read(Fields fields, List<Identifier> identifiers) {
        return new OperationalEvent(
                fields.requiredText("source"),
                fields.requiredText("eventId"),
                fields.whole("revision", 0),
                Occurrence.of(fields),
                fields.whole("sequence", 0),
                identifiers,
                fields.texts("references"),
                fields.text("intent"),
                fields.texts("attributes"),
                fields.requiredSymbol("operation", Operation.class));
    }
}
