package io.journeystream.streams.clusters;

import io.journeystream.events.Digests;
import io.journeystream.events.Event;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Name of an event in state: the hash of its source and id. */
public final class EventHash {
    static final int LENGTH = 16;

    private EventHash() {}

    /** 16 bytes; the length of the source goes in front, so that no two pairs read the same. */
    static byte[] of(Event event) {
        byte[] source = event.source().getBytes(StandardCharsets.UTF_8);
        byte[] id = event.eventId().getBytes(StandardCharsets.UTF_8);
        byte[] name = ByteBuffer.allocate(Integer.BYTES + source.length + id.length)
                .putInt(source.length)
                .put(source)
                .put(id)
                .array();
        return Arrays.copyOf(Digests.sha256(name), LENGTH);
    }

    /** The same in 32 hex digits. */
    public static String hex(Event event) {
        return HexFormat.of().formatHex(of(event));
    }

    /** The first 8 bytes as a number: enough to tell the events of one cluster apart. */
    public static long shortOf(Event event) {
        return ByteBuffer.wrap(of(event)).getLong();
    }
}
