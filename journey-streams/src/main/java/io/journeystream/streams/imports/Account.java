package io.journeystream.streams.imports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What one partition keeps in mind of one import.
 *
 * @param number of the import on this partition: its staged events lie under it
 * @param id as its producer gave it
 * @param waiting events that are staged
 * @param arrivals events that were ever staged: the next one lies under this number
 */
record Account(long number, String id, ImportState state, long waiting, long arrivals) {
    private static final byte FORMAT = 1;

    static Account opened(long number, String id) {
        return new Account(number, id, ImportState.OPEN, 0, 0);
    }

    Account with(ImportState other) {
        return new Account(number, id, other, waiting, arrivals);
    }

    Account staged() {
        return new Account(number, id, state, waiting + 1, arrivals + 1);
    }

    Account without(int events) {
        return new Account(number, id, state, waiting - events, arrivals);
    }

    byte[] encode() {
        byte[] name = id.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 + 3 * Long.BYTES + name.length)
                .put(FORMAT)
                .put(state.code())
                .putLong(number)
                .putLong(waiting)
                .putLong(arrivals)
                .put(name)
                .array();
    }

    static Account decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte format = in.get();
        if (format != FORMAT) {
            throw new IllegalArgumentException("an import of a later release (format " + format + ")");
        }
        ImportState state = ImportState.of(in.get());
        long number = in.getLong();
        long waiting = in.getLong();
        long arrivals = in.getLong();
        byte[] name = new byte[in.remaining()];
        in.get(name);
        return new Account(number, new String(name, StandardCharsets.UTF_8), state, waiting, arrivals);
    }
}
