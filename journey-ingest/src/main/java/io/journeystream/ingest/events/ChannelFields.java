package io.journeystream.ingest.events;

import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Identifier;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a channel event. */
final class ChannelFields {
    private ChannelFields() {}

    static ChannelEvent read(Fields fields, List<Identifier> identifiers) {
        Instant occurredAt = Occurrence.of(fields);
        return new ChannelEvent(
                fields.requiredText("source"),
                fields.requiredText("eventId"),
                fields.whole("revision", 0),
                occurredAt,
                fields.whole("sequence", 0),
                identifiers,
                fields.texts("references"),
                fields.text("intent"),
                fields.texts("attributes"),
                fields.requiredText("channel"),
                fields.requiredText("contactId"),
                fields.text("parentContactId"),
                fields.symbol("direction", Direction.class, Direction.INBOUND),
                fields.requiredSymbol("action", Action.class),
                duration(fields, occurredAt),
                fields.text("agentId"),
                fields.text("queue"),
                sentiment(fields));
    }

    private static @Nullable Long duration(Fields fields, Instant occurredAt) {
        Long millis = fields.whole("durationMillis");
        if (millis == null) {
            return null;
        }
        if (millis < 0) {
            fields.mistake("durationMillis", "durationMillis must not be negative, was " + millis);
        } else if (millis > Occurrence.LATEST - occurredAt.toEpochMilli()) {
            fields.mistake("durationMillis", "durationMillis must end before the year 10000, was " + millis);
        }
        return millis;
    }

    private static @Nullable Double sentiment(Fields fields) {
        Double sentiment = fields.number("sentiment");
        if (sentiment != null && Math.abs(sentiment) > 1) {
            fields.mistake("sentiment", "sentiment must lie between -1 and 1, was " + sentiment);
        }
        return sentiment;
    }
}
