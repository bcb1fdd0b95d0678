package io.journeystream.events;

import java.util.Arrays;
import org.apache.avro.specific.SpecificRecord;

/**
 * The one encoding of an event that its facts alone decide: Avro single-object encoding with maps in the order of their
 * keys and identifiers sorted and distinct (by type and value, so that no configuration matters). State keeps events in
 * it, and of two deliveries with the same revision the {@linkplain #compare greater} stands (docs/semantics.md, section
 * 1). For one thread only.
 */
public final class EventEncoding {
    private final SingleObject<ChannelEvent> channel = released(ChannelEvent.class, "journey.channel-events.v1");
    private final SingleObject<OperationalEvent> operational =
            released(OperationalEvent.class, "journey.operational-events.v1");
    private final SingleObject<VocEvent> voc = released(VocEvent.class, "journey.voc-events.v1");

    /** The canonical bytes, a new array. */
    public byte[] encode(Event event) {
        if (event instanceof Event.Channel e) {
            return channel.encode(CanonicalEvents.of(e.avro()));
        }
        if (event instanceof Event.Operational e) {
            return operational.encode(CanonicalEvents.of(e.avro()));
        }
        return voc.encode(CanonicalEvents.of(((Event.Voc) event).avro()));
    }

    /**
     * The event that was encoded, by this or an earlier release.
     *
     * @throws IllegalArgumentException if the bytes are no event
     */
    public Event decode(byte[] bytes) {
        if (channel.reads(bytes)) {
            return new Event.Channel(channel.decode(bytes));
        }
        if (operational.reads(bytes)) {
            return new Event.Operational(operational.decode(bytes));
        }
        return new Event.Voc(voc.decode(bytes));
    }

    /** The order of encodings: byte by byte, unsigned. */
    public static int compare(byte[] a, byte[] b) {
        return Arrays.compareUnsigned(a, b);
    }

    private static <T extends SpecificRecord> SingleObject<T> released(Class<T> type, String topic) {
        SingleObject<T> encoding = new SingleObject<>(type);
        ReleasedSchemas.of(topic).forEach(encoding::readable);
        return encoding;
    }
}
