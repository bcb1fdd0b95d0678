package io.journeystream.streams.clusters;

import java.nio.ByteBuffer;

/**
 * Says of a (source, event id) which revision is there and where, or that it was erased.
 *
 * @param erased whether that revision was erased with the customer whose it was; of it nothing is left but this
 * @param under hash of the identifier under which the event lies, made as a root's is
 */
record LookUp(boolean erased, long revision, Root under, long occurredAt) {
    private static final byte PRESENT = 1;
    private static final byte ERASED = 2;

    LookUp(long revision, Root under, long occurredAt) {
        this(false, revision, under, occurredAt);
    }

    /** Nothing of the place is kept: it speaks of time. */
    LookUp erase() {
        return new LookUp(true, revision, under, 0);
    }

    byte[] encode() {
        return ByteBuffer.allocate(1 + Long.BYTES + Root.LENGTH + Long.BYTES)
                .put(erased ? ERASED : PRESENT)
                .putLong(revision)
                .put(under.hash())
                .putLong(occurredAt)
                .array();
    }

    static LookUp decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte format = in.get();
        if (format != PRESENT && format != ERASED) {
            throw new IllegalArgumentException("a look-up of a later release (format " + format + ")");
        }
        long revision = in.getLong();
        byte[] under = new byte[Root.LENGTH];
        in.get(under);
        return new LookUp(format == ERASED, revision, Root.at(under, 0), in.getLong());
    }
}
