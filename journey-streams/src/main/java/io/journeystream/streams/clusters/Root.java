package io.journeystream.streams.clusters;

import io.journeystream.events.Digests;
import io.journeystream.events.Identifier;
import io.journeystream.identity.HashedName;
import io.journeystream.identity.Identifiers;
import java.util.Arrays;
import java.util.HexFormat;

/** Name of a cluster in state: the hash of its root identifier. */
public final class Root {
    /** Bytes of the hash: collisions are out of the question, and keys stay short. */
    public static final int LENGTH = 16;

    private final byte[] hash;

    private Root(byte[] hash) {
        this.hash = hash;
    }

    /** The cluster of which this is the strongest identifier. */
    public static Root of(Identifier identifier) {
        byte[] hash = HashedName.is(identifier)
                ? HexFormat.of().parseHex(HashedName.hash(identifier))
                : Digests.sha256(Identifiers.key(identifier));
        return new Root(Arrays.copyOf(hash, LENGTH));
    }

    /** The one whose hash lies there. */
    public static Root at(byte[] bytes, int offset) {
        return new Root(Arrays.copyOfRange(bytes, offset, offset + LENGTH));
    }

    /** Part of keys; not to be changed. */
    public byte[] hash() {
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Root root && Arrays.equals(hash, root.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(hash);
    }
}
