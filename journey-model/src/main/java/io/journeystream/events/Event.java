package io.journeystream.events;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as a source reported it: what the three kinds of record have in common (docs/semantics.md, section 1).
 * The Avro record behind it is never changed.
 */
public sealed interface Event permits Event.Channel, Event.Operational, Event.Voc {

    /** System that emitted it. */
    String source();

    /** Unique within its source. */
    String eventId();

    /** A higher revision of the same (source, eventId) replaces the lower ones. */
    long revision();

    /** Epoch milliseconds, UTC. */
    long occurredAt();

    /** The source's own order among events of one instant. */
    long sequence();

    /** At least one; strongest first once normalised. */
    List<Identifier> identifiers();

    /** Business objects it is about, {@code case -> 4711}; maybe empty. */
    Map<String, String> references();

    /** Reason for contact; null if unknown. */
    @Nullable
    String intent();

    /** Facts to slice by; maybe empty. */
    Map<String, String> attributes();

    /** Something that happened in a contact. */
    record Channel(ChannelEvent avro) implements Event {
        @Override
        public String source() {
            return avro.getSource();
        }

        @Override
        public String eventId() {
            return avro.getEventId();
        }

        @Override
        public long revision() {
            return avro.getRevision();
        }

        @Override
        public long occurredAt() {
            return avro.getOccurredAt().toEpochMilli();
        }

        @Override
        public long sequence() {
            return avro.getSequence();
        }

        @Override
        public List<Identifier> identifiers() {
            return avro.getIdentifiers();
        }

        @Override
        public Map<String, String> references() {
            return avro.getReferences();
        }

        @Override
        public @Nullable String intent() {
            return avro.getIntent();
        }

        @Override
        public Map<String, String> attributes() {
            return avro.getAttributes();
        }
    }

    /** Something that happened in operations. */
    record Operational(OperationalEvent avro) implements Event {
        @Override
        public String source() {
            return avro.getSource();
        }

        @Override
        public String eventId() {
            return avro.getEventId();
        }

        @Override
        public long revision() {
            return avro.getRevision();
        }

        @Override
        public long occurredAt() {
            return avro.getOccurredAt().toEpochMilli();
        }

        @Override
        public long sequence() {
            return avro.getSequence();
        }

        @Override
        public List<Identifier> identifiers() {
            return avro.getIdentifiers();
        }

        @Override
        public Map<String, String> references() {
            return avro.getReferences();
        }

        @Override
        public @Nullable String intent() {
            return avro.getIntent();
        }

        @Override
        public Map<String, String> attributes() {
            return avro.getAttributes();
        }
    }

    /** Something a customer said. */
    record Voc(VocEvent avro) implements Event {
        @Override
        public String source() {
            return avro.getSource();
        }

        @Override
        public String eventId() {
            return avro.getEventId();
        }

        @Override
        public long revision() {
            return avro.getRevision();
        }

        @Override
        public long occurredAt() {
            return avro.getOccurredAt().toEpochMilli();
        }

        @Override
        public long sequence() {
            return avro.getSequence();
        }

        @Override
        public List<Identifier> identifiers() {
            return avro.getIdentifiers();
        }

        @Override
        public Map<String, String> references() {
            return avro.getReferences();
        }

        @Override
        public @Nullable String intent() {
            return avro.getIntent();
        }

        @Override
        public Map<String, String> attributes() {
            return avro.getAttributes();
        }
    }
}
