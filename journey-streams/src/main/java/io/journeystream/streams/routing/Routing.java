package io.journeystream.streams.routing;

import io.journeystream.events.EventEncoding;
import io.journeystream.events.SingleObject;
import io.journeystream.streams.intake.Received.Accepted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** How an event travels to the partition it belongs to: internal bytes that need no registry. For one thread only. */
public final class Routing {
    private static final Schema FIRST_RELEASE = schema("routed-event-1.avsc");

    private final SingleObject<RoutedEvent> records = new SingleObject<>(RoutedEvent.class).readable(FIRST_RELEASE);
    private final EventEncoding events = new EventEncoding();

    /** The bytes of an event that was read there. */
    public byte[] encode(Accepted accepted, String topic, int partition, long offset) {
        ByteBuffer event = ByteBuffer.wrap(events.encode(accepted.event()));
        return records.encode(new RoutedEvent(event, topic, partition, offset, accepted.importId()));
    }

    /** The event in the bytes, or null if they are not ours. */
    public @Nullable Accepted decode(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            RoutedEvent routed = records.decode(bytes);
            ByteBuffer event = routed.getEvent();
            byte[] encoded = new byte[event.remaining()];
            event.get(encoded);
            return new Accepted(events.decode(encoded), routed.getImportId());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Schema schema(String name) {
        try (InputStream file = Routing.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the build has left out " + name);
            }
            return new Schema.Parser().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
