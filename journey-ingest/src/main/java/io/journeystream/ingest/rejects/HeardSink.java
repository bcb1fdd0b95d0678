package io.journeystream.ingest.rejects;

import io.journeystream.events.Event;
import io.journeystream.ingest.producing.EventSink;
import io.journeystream.ingest.producing.Produced;
import io.journeystream.rejects.Reject;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hears what becomes of one row: events are sent on, but a second reject of the same row is not written. */
final class HeardSink implements EventSink {
    private final @Nullable EventSink target;
    private long sent;
    private @Nullable Reject refused;

    /** @param target null: nothing is sent */
    HeardSink(@Nullable EventSink target) {
        this.target = target;
    }

    @Override
    public void send(Event event) {
        sent++;
        if (target != null) {
            target.send(event);
        }
    }

    @Override
    public void reject(Reject reject) {
        if (refused == null) {
            refused = reject;
        }
    }

    /** What became of the row since it was asked last. */
    Outcome outcome() {
        Outcome outcome = refused != null
                ? new Outcome.StillRefused(refused.getReason(), refused.getMessage())
                : sent > 0 ? new Outcome.Replayed(sent) : new Outcome.LeftOut();
        sent = 0;
        refused = null;
        return outcome;
    }

    @Override
    public void tick(Instant time, String origin) {
        throw new UnsupportedOperationException("a replay does not tell the time");
    }

    @Override
    public void flush() {
        if (target != null) {
            target.flush();
        }
    }

    @Override
    public Produced produced() {
        return target == null ? new Produced(0, Map.of()) : target.produced();
    }
}
