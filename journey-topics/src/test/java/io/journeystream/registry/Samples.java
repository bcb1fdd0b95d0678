package io.journeystream.registry;

import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Identifier;
import java.time.Instant;
import java.util.List;
import java.util.Map;

final class Samples {
    private Samples() {}

    static ChannelEvent call() {
        return ChannelEvent.newBuilder()
                .setSource("acd")
                .setEventId("e1")
                .setRevision(2)
                .setOccurredAt(Instant.parse("2026-01-05T09:00:00.123Z"))
                .setIdentifiers(List.of(new Identifier("account", "a1"), new Identifier("phone", "+442071838750")))
                .setReferences(Map.of("case", "4711"))
                .setIntent("billing")
                .setAttributes(Map.of("segment", "gold"))
                .setChannel("phone")
                .setContactId("k1")
                .setDirection(Direction.INBOUND)
                .setAction(Action.CONNECTED)
                .setDurationMillis(240_000L)
                .build();
    }
}
