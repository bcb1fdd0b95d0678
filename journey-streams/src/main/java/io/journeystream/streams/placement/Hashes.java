package io.journeystream.streams.placement;

import io.journeystream.events.Identifier;
import io.journeystream.streams.clusters.Root;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.TreeSet;

/** Sets of identifiers as sets of 8 bytes of their hashes: enough to count them. */
final class Hashes {
    private Hashes() {}

    static long of(Identifier identifier) {
        return ByteBuffer.wrap(Root.of(identifier).hash()).getLong();
    }

    static ByteBuffer encode(Set<Long> hashes) {
        ByteBuffer out = ByteBuffer.allocate(hashes.size() * Long.BYTES);
        new TreeSet<>(hashes).forEach(out::putLong);
        return out.flip();
    }

    static Set<Long> decode(ByteBuffer bytes) {
        ByteBuffer in = bytes.duplicate();
        Set<Long> hashes = new TreeSet<>();
        while (in.hasRemaining()) {
            hashes.add(in.getLong());
        }
        return hashes;
    }
}
