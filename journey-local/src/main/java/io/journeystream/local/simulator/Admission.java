package io.journeystream.local.simulator;

import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.events.OperationalEvent;
import io.journeystream.events.VocEvent;
import io.journeystream.ingest.events.ArrivalRule;
import io.journeystream.ingest.events.Parsed;
import io.journeystream.ingest.identifiers.IdentifierNormaliser;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.rejects.RejectReason;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** What the edge makes of a delivery: identifiers normalised, placeholders dropped, the nameless and the late refused. */
public final class Admission {
    private final IdentifierNormaliser normaliser;

    public Admission(IdentifierSettings settings) {
        this.normaliser = new IdentifierNormaliser(settings);
    }

    /** The event as it is accepted at the moment at which it arrives, or why it is not. */
    public Parsed of(Delivery delivery) {
        return of(delivery.event(), ArrivalRule.live(Clock.fixed(delivery.arrivesAt(), ZoneOffset.UTC)));
    }

    /** The same where it does not matter how late it is. */
    public Parsed evenLate(Delivery delivery) {
        return of(delivery.event(), ArrivalRule.history(Clock.fixed(delivery.arrivesAt(), ZoneOffset.UTC)));
    }

    private Parsed of(Event event, ArrivalRule rule) {
        List<Identifier> names = normaliser.normalise(event.source(), event.identifiers());
        if (names.isEmpty()) {
            return new Parsed.Rejected(
                    RejectReason.NO_IDENTIFIER,
                    "/identifiers",
                    "no identifier is left: only placeholders were given",
                    event.source(),
                    event.eventId());
        }
        return rule.check(names.equals(event.identifiers()) ? event : named(event, names));
    }

    private static Event named(Event event, List<Identifier> names) {
        if (event instanceof Event.Channel channel) {
            return new Event.Channel(ChannelEvent.newBuilder(channel.avro())
                    .setIdentifiers(names)
                    .build());
        }
        return event instanceof Event.Operational operational
                ? new Event.Operational(OperationalEvent.newBuilder(operational.avro())
                        .setIdentifiers(names)
                        .build())
                : new Event.Voc(VocEvent.newBuilder(((Event.Voc) event).avro())
                        .setIdentifiers(names)
                        .build());
    }
}
