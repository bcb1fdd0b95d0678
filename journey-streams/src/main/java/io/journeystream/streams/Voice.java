package io.journeystream.streams;

import io.journeystream.events.Event;
import io.journeystream.events.EventEncoding;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Erasure;
import io.journeystream.identity.HashedName;
import io.journeystream.identity.IdentityResult;
import io.journeystream.rejects.Reject;
import io.journeystream.rejects.RejectReason;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.Ledger;
import io.journeystream.streams.placement.Origin;
import io.journeystream.streams.placement.Says;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What placing says to the world outside, as records; what it refuses is counted. */
final class Voice implements Says {
    private final Outputs outputs;
    private final Ledger ledger;
    private final EventEncoding encoding = new EventEncoding();

    Voice(Outputs outputs, Ledger ledger) {
        this.outputs = outputs;
        this.ledger = ledger;
    }

    @Override
    public void answer(IdentityResult result) {
        outputs.answer(result);
    }

    @Override
    public void erased(Event event, @Nullable Origin origin) {
        Reject reject = Rejects.erased(event, encoding.encode(event), origin, outputs.now());
        outputs.reject(reject, null, reject.getRejectedAt().toEpochMilli());
        ledger.add(Count.of(RejectReason.ERASED), 1);
    }

    @Override
    public void tellErasure(Identifier identifier, long until) {
        outputs.write(new Erasure(
                HashedName.hash(identifier),
                identifier.getType(),
                HashedName.keyHash(identifier),
                Instant.ofEpochMilli(until)));
    }
}
