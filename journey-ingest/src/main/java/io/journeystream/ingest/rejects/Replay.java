package io.journeystream.ingest.rejects;

import io.journeystream.ingest.producing.EventSink;
import io.journeystream.ingest.producing.RecordSink;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.rejects.RejectReason;
import io.journeystream.rejects.Stage;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Puts rejects through the one path that all input takes once more. What is still refused stays the reject it is; what
 * goes in twice drops as duplicate, so that a replay can be repeated. For one thread.
 */
public final class Replay implements RejectLog.Reader {
    private final RowReplay rows;
    private final RecordReplay records;
    private final Listener listener;
    private ReplayCounts counts = ReplayCounts.NONE;

    /** Hears what becomes of each. */
    @FunctionalInterface
    public interface Listener {
        void heard(StoredReject reject, Outcome outcome);
    }

    /**
     * @param events where events go; it must be flushed when all is done. Null: nothing is sent, as a trial
     * @param records where records go that streams refused
     * @param clock of the edge: events ahead of it are still refused
     */
    public Replay(
            ReplaySettings settings,
            @Nullable EventSink events,
            RecordSink records,
            SchemaRegistry registry,
            Clock clock,
            Listener listener) {
        this.rows = new RowReplay(settings, events, clock);
        this.records = new RecordReplay(registry, records);
        this.listener = listener;
    }

    @Override
    public void read(StoredReject stored) {
        Outcome outcome = outcome(stored);
        counts = counts.and(outcome);
        listener.heard(stored, outcome);
    }

    private Outcome outcome(StoredReject stored) {
        if (stored.reject().getReason() == RejectReason.ERASED) {
            return new Outcome.NotReplayable("its customer was erased");
        }
        long omitted = stored.reject().getOmittedBytes();
        if (omitted > 0) {
            return new Outcome.NotReplayable(
                    "its last " + omitted
                            + " bytes were not kept, for the whole is larger than Kafka takes; send it in smaller parts from its source");
        }
        return stored.reject().getStage() == Stage.STREAMS ? records.replay(stored) : rows.replay(stored);
    }

    public ReplayCounts counts() {
        return counts;
    }
}
