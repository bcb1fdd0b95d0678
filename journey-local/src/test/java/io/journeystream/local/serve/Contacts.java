package io.journeystream.local.serve;

import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.events.Operation;
import io.journeystream.events.OperationalEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens in the examples of docs/identity.md, from nine o'clock on. */
final class Contacts {
    static final Identifier COOKIE = new Identifier("cookie", "c7");
    static final Identifier PHONE = new Identifier("phone", "+442071838750");
    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

    private Contacts() {}

    /** A session by cookie, and a call. */
    static Event[] apart() {
        return new Event[] {
            contact("web", "w-start", 0, "web-1", Action.STARTED, null, COOKIE),
            contact("web", "w-end", 5, "web-1", Action.ENDED, null, COOKIE),
            contact("phone", "p-1", 20, "phone-1", Action.CONNECTED, 240_000L, PHONE)
        };
    }

    /** It names the cookie and the telephone. */
    static Event login() {
        return new Event.Operational(OperationalEvent.newBuilder()
                .setSource("web")
                .setEventId("l-1")
                .setOccurredAt(NINE.plus(Duration.ofMinutes(80)))
                .setIdentifiers(List.of(PHONE, COOKIE))
                .setOperation(Operation.OTHER)
                .build());
    }

    /** Somebody calls, known by an account and a device. */
    static Event call(String eventId, int minute, String account, String device) {
        return contact(
                "phone",
                eventId,
                minute,
                "k-" + eventId,
                Action.CONNECTED,
                60_000L,
                new Identifier("account", account),
                new Identifier("device", device));
    }

    private static Event contact(
            String channel,
            String eventId,
            int minute,
            String contactId,
            Action action,
            @Nullable Long millis,
            Identifier... who) {
        return new Event.Channel(ChannelEvent.newBuilder()
                .setSource(channel)
                .setEventId(eventId)
                .setOccurredAt(NINE.plus(Duration.ofMinutes(minute)))
                .setIdentifiers(List.of(who))
                .setIntent("billing")
                .setChannel(channel)
                .setContactId(contactId)
                .setDirection(Direction.INBOUND)
                .setAction(action)
                .setDurationMillis(millis)
                .build());
    }
}
