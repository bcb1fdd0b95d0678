package io.journeystream.streams.routing;

import io.journeystream.events.Event;
import io.journeystream.events.EventEncoding;
import io.journeystream.events.SingleObject;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** How an event travels to the partition it belongs to: internal bytes that need no registry. For one thread only. */
public final class Routing {
    private final SingleObject<RoutedEvent> records = new SingleObject<>(RoutedEvent.class);
    private final EventEncoding events = new EventEncoding();

    /** The bytes of an event that was read there. */
    public byte[] encode(Event event, String topic, int partition, long offset) {
        return records.encode(new RoutedEvent(ByteBuffer.wrap(events.encode(event)), topic, partition, offset));
    }

    /** The event in the bytes, or null if they are not ours. */
    public @Nullable Event decode(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            ByteBuffer event = records.decode(bytes).getEvent();
            byte[] encoded = new byte[event.remaining()];
            event.get(encoded);
            return events.decode(encoded);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
