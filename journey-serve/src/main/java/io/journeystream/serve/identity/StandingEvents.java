package io.journeystream.serve.identity;

import io.journeystream.events.Event;
import io.journeystream.events.EventEncoding;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands of deliveries: of each (source, eventId) the highest revision, of equal ones the one whose encoding is
 * greater (docs/semantics.md, section 1).
 */
final class StandingEvents {
    private @Nullable EventEncoding encoding;
    private final Map<Key, Event> standing = new LinkedHashMap<>();

    private record Key(String source, String eventId) {}

    void take(Event event) {
        standing.merge(key(event), event, this::stronger);
    }

    private static Key key(Event event) {
        return new Key(event.source(), event.eventId());
    }

    private Event stronger(Event one, Event other) {
        if (one.revision() != other.revision()) {
            return one.revision() > other.revision() ? one : other;
        }
        EventEncoding canonical = encoding();
        return EventEncoding.compare(canonical.encode(one), canonical.encode(other)) >= 0 ? one : other;
    }

    private EventEncoding encoding() {
        if (encoding == null) {
            encoding = new EventEncoding();
        }
        return encoding;
    }

    /** Whether any delivery of the event was taken. */
    boolean knows(Event event) {
        return standing.containsKey(key(event));
    }

    Collection<Event> events() {
        return standing.values();
    }
}
