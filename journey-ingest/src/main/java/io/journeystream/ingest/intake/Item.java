package io.journeystream.ingest.intake;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** One part of a request that should be an event. */
sealed interface Item {

    /** From 0 in its request. */
    int index();

    /** Its bytes as they came. */
    ByteBuffer raw();

    /** JSON that could be read: maps, lists, strings, numbers, booleans, nulls. */
    record Read(int index, ByteBuffer raw, @Nullable Object json) implements Item {}

    /** No JSON; the others of its request are not concerned. */
    record Unreadable(int index, ByteBuffer raw, Malformed why) implements Item {}
}
