package io.journeystream.topics;

import io.journeystream.events.Identifier;
import io.journeystream.identity.HashedName;
import io.journeystream.identity.Identifiers;
import java.nio.charset.StandardCharsets;

/** Where identifiers lie, also those of which only a hash is left. */
public final class Addresses {
    private static final int HASHED_BYTES = 44;
    private static final byte FIRST_OF_MARK = (byte) 0xF4;

    private Addresses() {}

    /** The hashed name of an identifier, which lies where the identifier does; that of a hashed name is itself. */
    public static Identifier of(Identifier identifier) {
        return HashedName.is(identifier)
                ? HashedName.anywhere(identifier)
                : HashedName.of(
                        identifier.getType(),
                        HashedName.hash(identifier),
                        Partitioning.hash(Identifiers.key(identifier)));
    }

    /** The partition of an identifier's key, or of that of which it is the hashed name. */
    public static int partition(Identifier identifier, int partitions) {
        return HashedName.is(identifier)
                ? HashedName.keyHash(identifier) % partitions
                : Partitioning.of(Identifiers.key(identifier), partitions);
    }

    /** The same, of a key {@code type:value} as {@link Identifiers#key} makes it. */
    public static int partition(byte[] key, int partitions) {
        int mark = key.length - HASHED_BYTES;
        if (mark > 0 && key[mark] == FIRST_OF_MARK) {
            Identifier hashed = new Identifier("", new String(key, mark, HASHED_BYTES, StandardCharsets.UTF_8));
            if (HashedName.is(hashed)) {
                return partition(hashed, partitions);
            }
        }
        return Partitioning.of(key, partitions);
    }
}
