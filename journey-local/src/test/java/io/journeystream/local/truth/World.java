package io.journeystream.local.truth;

import io.journeystream.definitions.Definitions;
import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.events.TrustedRecords;
import io.journeystream.identity.Pair;
import io.journeystream.identity.StandingFacts;
import io.journeystream.local.simulator.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A few persons whose contacts, of one event each, are written down one after the other, an hour apart. */
final class World {
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private final List<Event> accepted = new ArrayList<>();
    private final List<Event> missing = new ArrayList<>();
    private final Map<String, Origin> origins = new HashMap<>();
    private final Set<Pair> withdrawn = new HashSet<>();
    private int events;

    World() {
        TrustedRecords.trust();
    }

    /** A contact of a person as the edge has taken it; identifiers as {@code type:value}, strongest first. */
    World contact(String person, String... identifiers) {
        accepted.add(event(person, identifiers));
        return this;
    }

    /** One that the edge has not got. */
    World missed(String person, String... identifiers) {
        missing.add(event(person, identifiers));
        return this;
    }

    World withdrawn(String stronger, String weaker) {
        withdrawn.add(new Pair(identifier(stronger), identifier(weaker)));
        return this;
    }

    TruthReport report() {
        StandingFacts facts = new StandingFacts(withdrawn, Set.of(), Set.of());
        Recomputation found = new Recomputation(accepted, Definitions.STANDARD, facts);
        return TruthReport.of(found, accepted, missing, event -> origins.getOrDefault(event.eventId(), NOBODY));
    }

    private static final Origin NOBODY = new Origin("nobody", "none");

    private Event event(String person, String... identifiers) {
        String id = "e" + ++events;
        origins.put(id, new Origin(person, person + "'s concern"));
        return new Event.Channel(ChannelEvent.newBuilder()
                .setSource("test")
                .setEventId(id)
                .setOccurredAt(START.plus(Duration.ofHours(events)))
                .setIdentifiers(Stream.of(identifiers).map(World::identifier).toList())
                .setReferences(Map.of())
                .setIntent("billing")
                .setAttributes(Map.of())
                .setChannel("web")
                .setContactId("k" + events)
                .setDirection(Direction.INBOUND)
                .setAction(Action.STARTED)
                .build());
    }

    static Identifier identifier(String text) {
        String[] parts = text.split(":", 2);
        return new Identifier(parts[0], parts[1]);
    }
}
