package io.journeystream.local.truth;

import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Which identifiers more than one person uses. */
final class Sharing {
    private static final String SEVERAL = "";

    private final Map<Identifier, String> users = new HashMap<>();

    Sharing(Collection<Event> events, Function<Event, String> person) {
        for (Event event : events) {
            String user = person.apply(event);
            event.identifiers()
                    .forEach(identifier -> users.merge(identifier, user, (a, b) -> a.equals(b) ? a : SEVERAL));
        }
    }

    boolean isShared(Identifier identifier) {
        return SEVERAL.equals(users.get(identifier));
    }
}
