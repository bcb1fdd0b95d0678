package io.journeystream.identity;

import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.events.Operation;
import io.journeystream.events.OperationalEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Events that say nothing but who was seen with whom, and when. */
final class Sightings {
    private final List<Event> events = new ArrayList<>();

    /** {@code account:a} as an identifier. */
    static Identifier id(String text) {
        int colon = text.indexOf(':');
        return new Identifier(text.substring(0, colon), text.substring(colon + 1));
    }

    /** Seen together at that minute, each written {@code type:value}. */
    Sightings seen(long minute, String... together) {
        return seen(
                "e" + (events.size() + 1),
                minute,
                Arrays.stream(together).map(Sightings::id).toList());
    }

    Sightings seen(String eventId, long minute, List<Identifier> together) {
        events.add(new Event.Operational(OperationalEvent.newBuilder()
                .setSource("s")
                .setEventId(eventId)
                .setOccurredAt(Instant.ofEpochSecond(minute * 60))
                .setIdentifiers(together)
                .setOperation(Operation.OTHER)
                .build()));
        return this;
    }

    List<Event> events() {
        return events;
    }
}
