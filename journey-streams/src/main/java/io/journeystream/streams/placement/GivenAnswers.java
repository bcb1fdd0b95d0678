package io.journeystream.streams.placement;

import io.journeystream.events.Digests;
import io.journeystream.events.Identifier;
import io.journeystream.events.SingleObject;
import io.journeystream.identity.IdentityOutcome;
import io.journeystream.identity.IdentityResult;
import io.journeystream.streams.clusters.Root;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Commands to erase that an identifier's partition has heard of, and how they were answered: one that is sent again is
 * answered likewise, though nobody is left to be erased.
 */
final class GivenAnswers {
    private static final byte ANSWER = 'q';

    private final KeyValueStore<Bytes, byte[]> store;
    private final SingleObject<IdentityResult> results = new SingleObject<>(IdentityResult.class);

    GivenAnswers(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** Whether the command was not heard of before; from now on it was. */
    boolean begin(Identifier identifier, String commandId) {
        IdentityResult unknown = new IdentityResult(commandId, IdentityOutcome.UNKNOWN, null, null);
        return store.putIfAbsent(key(identifier, commandId), results.encode(unknown)) == null;
    }

    /** How it was answered; empty if it is not yet. */
    Optional<IdentityResult> find(Identifier identifier, String commandId) {
        return Optional.ofNullable(store.get(key(identifier, commandId)))
                .map(results::decode)
                .filter(result -> result.getOutcome() != IdentityOutcome.UNKNOWN);
    }

    void put(Identifier identifier, IdentityResult result) {
        store.put(key(identifier, result.getCommandId()), results.encode(result));
    }

    private static Bytes key(Identifier identifier, String commandId) {
        byte[] id = Digests.sha256(commandId.getBytes(StandardCharsets.UTF_8));
        return Bytes.wrap(ByteBuffer.allocate(2 * Root.LENGTH + 1)
                .put(Root.of(identifier).hash())
                .put(ANSWER)
                .put(id, 0, Root.LENGTH)
                .array());
    }
}
