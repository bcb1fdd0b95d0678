package io.journeystream.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event as a source reported it: what the three kinds of record have in common (docs/semantics.md, section 1). Their
 * schemas begin with the same fields. The Avro record behind it is never changed.
 */
@SuppressWarnings("unchecked") // the types of the common fields are those of the schemas
public sealed interface Event permits Event.Channel, Event.Operational, Event.Voc {

    /** The record as it was read or built. */
    SpecificRecord avro();

    /** System that emitted it. */
    default String source() {
        return (String) avro().get(CommonFields.SOURCE);
    }

    /** Unique within its source. */
    default String eventId() {
        return (String) avro().get(CommonFields.EVENT_ID);
    }

    /** A higher revision of the same (source, eventId) replaces the lower ones. */
    default long revision() {
        return (long) avro().get(CommonFields.REVISION);
    }

    /** Epoch milliseconds, UTC. */
    default long occurredAt() {
        return ((Instant) avro().get(CommonFields.OCCURRED_AT)).toEpochMilli();
    }

    /** The source's own order among events of one instant. */
    default long sequence() {
        return (long) avro().get(CommonFields.SEQUENCE);
    }

    /** At least one; strongest first once normalised. */
    default List<Identifier> identifiers() {
        return (List<Identifier>) avro().get(CommonFields.IDENTIFIERS);
    }

    /** The same event with other identifiers. */
    Event naming(List<Identifier> identifiers);

    /** Business objects it is about, {@code case -> 4711}; maybe empty. */
    default Map<String, String> references() {
        return (Map<String, String>) avro().get(CommonFields.REFERENCES);
    }

    /** Reason for contact; null if unknown. */
    default @Nullable String intent() {
        return (String) avro().get(CommonFields.INTENT);
    }

    /** Facts to slice by; maybe empty. */
    default Map<String, String> attributes() {
        return (Map<String, String>) avro().get(CommonFields.ATTRIBUTES);
    }

    /** Something that happened in a contact. */
    record Channel(ChannelEvent avro) implements Event {
        @Override
        public Event naming(List<Identifier> identifiers) {
            return new Channel(
                    ChannelEvent.newBuilder(avro).setIdentifiers(identifiers).build());
        }
    }

    /** Something that happened in operations. */
    record Operational(OperationalEvent avro) implements Event {
        @Override
        public Event naming(List<Identifier> identifiers) {
            return new Operational(OperationalEvent.newBuilder(avro)
                    .setIdentifiers(identifiers)
                    .build());
        }
    }

    /** Something a customer said. */
    record Voc(VocEvent avro) implements Event {
        @Override
        public Event naming(List<Identifier> identifiers) {
            return new Voc(VocEvent.newBuilder(avro).setIdentifiers(identifiers).build());
        }
    }
}
