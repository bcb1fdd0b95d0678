package io.journeystream.streams;

import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Event;
import io.journeystream.events.EventEncoding;
import io.journeystream.events.Identifier;
import io.journeystream.events.Instrument;
import io.journeystream.events.Operation;
import io.journeystream.events.OperationalEvent;
import io.journeystream.events.VocEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Events of a few customers who share a few contacts, cases and intents, so that everything meets everything. */
final class RandomEvents {
    static final long BEGIN = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
    static final long HOUR = 3_600_000;
    private static final long SPAN_HOURS = 24 * 45;

    private final Random random;
    private final People people;
    private final EventEncoding encoding = new EventEncoding();

    /** By whom events name their customer. */
    interface People {
        /** The identifiers of an event. */
        List<Identifier> of(String eventId);

        /** The identifiers of another delivery of an event that named these. */
        default List<Identifier> again(List<Identifier> before) {
            return before;
        }
    }

    /** Four people, one of them known by a cookie only, who now and then are seen with one of three devices. */
    RandomEvents(Random random) {
        this(random, eventId -> few(random));
    }

    RandomEvents(Random random, People people) {
        this.random = random;
        this.people = people;
    }

    /** Deliveries in an order of their own: some events several times, some revised, some twice in different words. */
    List<Event> deliveries(int events) {
        List<Event> deliveries = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            List<Identifier> customer = people.of("e" + i);
            Event event = event("e" + i, 0, customer);
            deliveries.add(event);
            while (random.nextInt(4) == 0) {
                deliveries.add(
                        random.nextBoolean() ? event : event("e" + i, random.nextInt(3), people.again(customer)));
            }
        }
        Collections.shuffle(deliveries, random);
        return deliveries;
    }

    /** What stands of these deliveries, whatever their order (docs/semantics.md, section 1). */
    List<Event> standing(List<Event> deliveries) {
        Map<String, Event> standing = new LinkedHashMap<>();
        for (Event event : deliveries) {
            standing.merge(event.source() + "|" + event.eventId(), event, this::stronger);
        }
        return List.copyOf(standing.values());
    }

    private Event stronger(Event a, Event b) {
        if (a.revision() != b.revision()) {
            return a.revision() > b.revision() ? a : b;
        }
        return EventEncoding.compare(encoding.encode(a), encoding.encode(b)) >= 0 ? a : b;
    }

    private static List<Identifier> few(Random random) {
        List<Identifier> identifiers = new ArrayList<>();
        int number = random.nextInt(4);
        identifiers.add(new Identifier(number < 3 ? "account" : "cookie", "a" + number));
        if (random.nextInt(3) == 0) {
            identifiers.add(random.nextInt(2), new Identifier("device", "d" + random.nextInt(3)));
        }
        return identifiers;
    }

    private Event event(String id, long revision, List<Identifier> customer) {
        // one (source, event id) may even change its kind from one delivery to the next
        return switch (random.nextInt(8)) {
            case 0, 1 -> operation(id, revision, customer);
            case 2 -> answer(id, revision, customer);
            default -> contact(id, revision, customer);
        };
    }

    private Event contact(String id, long revision, List<Identifier> customer) {
        int contact = random.nextInt(12);
        return new Event.Channel(ChannelEvent.newBuilder()
                .setSource("acd")
                .setEventId(id)
                .setRevision(revision)
                .setOccurredAt(around(contact))
                .setSequence(random.nextInt(3))
                .setIdentifiers(customer)
                .setReferences(references())
                .setIntent(intent())
                .setAttributes(facts())
                .setChannel(one("phone", "ivr", "chat", "bot", "email", "web"))
                .setContactId("k" + contact)
                .setParentContactId(random.nextInt(6) == 0 ? "k" + random.nextInt(12) : null)
                .setDirection(random.nextInt(8) == 0 ? Direction.OUTBOUND : Direction.INBOUND)
                .setAction(one(Action.values()))
                .setDurationMillis(random.nextBoolean() ? (long) random.nextInt(900_000) : null)
                .setAgentId(random.nextInt(3) == 0 ? "ag" + random.nextInt(3) : null)
                .setSentiment(random.nextInt(4) == 0 ? random.nextInt(3) - 1.0 : null)
                .build());
    }

    private Event operation(String id, long revision, List<Identifier> customer) {
        return new Event.Operational(OperationalEvent.newBuilder()
                .setSource("acd")
                .setEventId(id)
                .setRevision(revision)
                .setOccurredAt(anyTime())
                .setSequence(random.nextInt(3))
                .setIdentifiers(customer)
                .setReferences(references())
                .setIntent(intent())
                .setOperation(one(Operation.values()))
                .build());
    }

    private Event answer(String id, long revision, List<Identifier> customer) {
        return new Event.Voc(VocEvent.newBuilder()
                .setSource("acd")
                .setEventId(id)
                .setRevision(revision)
                .setOccurredAt(anyTime())
                .setIdentifiers(customer)
                .setReferences(references())
                .setInstrument(one(Instrument.values()))
                .setScore((double) random.nextInt(11))
                .setScaleMin(0.0)
                .setScaleMax(10.0)
                .setResolved(random.nextBoolean() ? random.nextBoolean() : null)
                .setContactId(random.nextInt(3) == 0 ? "k" + random.nextInt(12) : null)
                .build());
    }

    /** Events of one contact mostly lie within the hour. */
    private Instant around(int contact) {
        long start = BEGIN + contact * SPAN_HOURS / 12 * HOUR;
        long minutes = random.nextInt(10) == 0 ? random.nextInt(10_000) : random.nextInt(60);
        return Instant.ofEpochMilli(start + minutes * 60_000);
    }

    private Instant anyTime() {
        return Instant.ofEpochMilli(BEGIN + random.nextInt((int) SPAN_HOURS) * HOUR);
    }

    private Map<String, String> references() {
        Map<String, String> references = new HashMap<>();
        if (random.nextInt(3) == 0) {
            references.put("case", "c" + random.nextInt(3));
        }
        if (random.nextInt(4) == 0) {
            references.put("order", "o" + random.nextInt(3));
        }
        return references;
    }

    private Map<String, String> facts() {
        return random.nextInt(3) == 0 ? Map.of("segment", "s" + random.nextInt(3), "variant", "v") : Map.of();
    }

    private @Nullable String intent() {
        return random.nextInt(3) == 0 ? null : one("billing", "delivery");
    }

    @SafeVarargs
    private final <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
