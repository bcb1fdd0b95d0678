package io.journeystream.streams.clusters;

import java.nio.ByteBuffer;

/**
 * Says of a (source, event id) which revision is there and where.
 *
 * @param under hash of the identifier under which the event lies, made as a root's is
 */
record LookUp(long revision, Root under, long occurredAt) {
    private static final byte FORMAT = 1;

    byte[] encode() {
        return ByteBuffer.allocate(1 + Long.BYTES + Root.LENGTH + Long.BYTES)
                .put(FORMAT)
                .putLong(revision)
                .put(under.hash())
                .putLong(occurredAt)
                .array();
    }

    static LookUp decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte format = in.get();
        if (format != FORMAT) {
            throw new IllegalArgumentException("a look-up of a later release (format " + format + ")");
        }
        long revision = in.getLong();
        byte[] under = new byte[Root.LENGTH];
        in.get(under);
        return new LookUp(revision, Root.at(under, 0), in.getLong());
    }
}
