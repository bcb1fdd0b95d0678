package io.journeystream.serve.identity;

import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.events.Operation;
import io.journeystream.events.OperationalEvent;
import io.journeystream.events.TrustedRecords;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.identity.IdentityCommandKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Deliveries that say nothing but who was seen with whom, some of them twice and in different words. */
final class Deliveries {
    static final List<String> TYPES = List.of("account", "email", "phone", "cookie", "cookie", "device");

    static {
        TrustedRecords.trust();
    }

    private final Random random;
    private final int each;

    Deliveries(Random random) {
        this.random = random;
        this.each = 2 + random.nextInt(8);
    }

    /** In an order of their own. */
    List<Event> some() {
        List<Event> deliveries = new ArrayList<>();
        for (int i = 5 + random.nextInt(40); i > 0; i--) {
            List<Identifier> together = together();
            deliveries.add(event("e" + i, 0, together));
            if (random.nextInt(4) == 0) {
                deliveries.add(event("e" + i, random.nextInt(3), again(together)));
            }
        }
        Collections.shuffle(deliveries, random);
        return deliveries;
    }

    private List<Identifier> together() {
        List<Identifier> together = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            together.add(any());
        }
        return together;
    }

    /** Shares what the first delivery named. */
    private List<Identifier> again(List<Identifier> before) {
        List<Identifier> more = new ArrayList<>(before);
        more.add(random.nextInt(more.size() + 1), any());
        return more;
    }

    Identifier any() {
        return new Identifier(TYPES.get(random.nextInt(TYPES.size())), "i" + random.nextInt(each));
    }

    private Event event(String eventId, long revision, List<Identifier> together) {
        return event(eventId, revision, random.nextInt(1000), together);
    }

    static Event event(String eventId, long revision, long minute, List<Identifier> together) {
        return new Event.Operational(OperationalEvent.newBuilder()
                .setSource("s")
                .setEventId(eventId)
                .setRevision(revision)
                .setOccurredAt(Instant.ofEpochSecond(60 * minute))
                .setIdentifiers(together)
                .setOperation(Operation.OTHER)
                .build());
    }

    /** A command about identifiers that one of these names. */
    IdentityCommand command(Event about) {
        List<Identifier> named = about.identifiers().stream().distinct().toList();
        boolean pair = named.size() > 1 && random.nextBoolean();
        IdentityCommandKind kind = pair
                ? IdentityCommandKind.WITHDRAW
                : random.nextBoolean() ? IdentityCommandKind.BLOCK : IdentityCommandKind.UNBLOCK;
        return IdentityCommand.newBuilder()
                .setId("c" + random.nextInt(1000))
                .setKind(kind)
                .setIdentifier(named.get(0))
                .setOther(pair ? named.get(1) : null)
                .setAt(Instant.ofEpochMilli(random.nextInt(4)))
                .setBy("test")
                .setReason("")
                .build();
    }
}
