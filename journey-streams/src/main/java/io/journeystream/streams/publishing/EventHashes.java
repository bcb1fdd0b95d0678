package io.journeystream.streams.publishing;

import io.journeystream.events.Event;
import io.journeystream.streams.clusters.EventHash;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The events of a journey as state remembers them: short hashes, ascending. */
final class EventHashes {
    private EventHashes() {}

    static ByteBuffer of(Collection<Event> events) {
        ByteBuffer out = ByteBuffer.allocate(events.size() * Long.BYTES);
        events.stream().mapToLong(EventHash::shortOf).sorted().forEach(out::putLong);
        return out.flip();
    }

    static Set<Long> read(ByteBuffer hashes) {
        ByteBuffer in = hashes.duplicate();
        Set<Long> read = new HashSet<>();
        while (in.hasRemaining()) {
            read.add(in.getLong());
        }
        return read;
    }
}
