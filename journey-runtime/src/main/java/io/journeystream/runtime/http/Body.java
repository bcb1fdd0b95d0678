package io.journeystream.runtime.http;

/** A request's body, decompressed. Holds a part of the budget until it is closed, once. */
public final class Body implements AutoCloseable {
    private final byte[] bytes;
    private final long sent;
    private final ByteBudget budget;

    Body(byte[] bytes, long sent, ByteBudget budget) {
        this.bytes = bytes;
        this.sent = sent;
        this.budget = budget;
    }

    /** Not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes came over the wire. */
    public long sent() {
        return sent;
    }

    @Override
    public void close() {
        budget.give(bytes.length);
    }
}
