package io.journeystream.streams.health;

import org.jspecify.annotations.Nullable;

/** What a step of health says, and to whom. */
public final class Told {
    private final To to;
    private final byte @Nullable [] value;

    /** Whom it is for. */
    public enum To {
        /** What is to be added to a cell or an edge. */
        CELLS,
        CORRECTIONS,
        HEALTH,
        FLOWS,
        REJECTS
    }

    /** @param value null for a record that ends its key */
    Told(To to, byte @Nullable [] value) {
        this.to = to;
        this.value = value;
    }

    public To to() {
        return to;
    }

    /** Null for a record that ends its key. */
    public byte @Nullable [] value() {
        return value;
    }
}
