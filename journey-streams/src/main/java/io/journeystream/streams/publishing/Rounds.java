package io.journeystream.streams.publishing;

import io.journeystream.streams.clusters.Agenda;
import io.journeystream.streams.clusters.ChangedClusters;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.Ledger;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Publishes in rounds. A round goes once through the clusters that had changed when it began, then through those that
 * were due by then; it may take several slices. Nothing of a round needs to survive a restart: what is published has
 * left the marks and the agenda in the same transaction.
 */
public final class Rounds {
    private static final int BATCH = 256;

    private final Publisher publisher;
    private final ChangedClusters changed;
    private final Agenda agenda;
    private final Ledger ledger;
    private final Pace pace;
    private final LongSupplier nanoTime;

    private long nextRoundAt = Long.MIN_VALUE;
    private boolean recordCame;
    private long lastBusyAt;
    private boolean running;
    private int changedInRound;
    private long duePosition;
    private long dueUntil;

    /** @param nanoTime measures slices; has no influence on what is published */
    public Rounds(
            Publisher publisher,
            ChangedClusters changed,
            Agenda agenda,
            Ledger ledger,
            Pace pace,
            LongSupplier nanoTime) {
        this.publisher = publisher;
        this.changed = changed;
        this.agenda = agenda;
        this.ledger = ledger;
        this.pace = pace;
        this.nanoTime = nanoTime;
    }

    /** A record came, of whatever kind. */
    public void recordCame() {
        recordCame = true;
    }

    /**
     * One slice, if a round is running or may begin.
     *
     * @param now wall clock, milliseconds
     * @return whether there was something to do
     */
    public boolean slice(long now) {
        if (recordCame) {
            lastBusyAt = now;
            recordCame = false;
        }
        if (!running && (!mayBegin(now) || isSettled())) {
            return false;
        }
        if (!running) {
            begin(now);
        }
        Slice slice = new Slice();
        running = !(publishChanged(slice) && publishDue(slice));
        ledger.set(Count.PENDING, changed.size());
        return true;
    }

    private boolean mayBegin(long now) {
        return now >= nextRoundAt || pace.isEarly(now - lastBusyAt, changed.size());
    }

    private boolean isSettled() {
        return changed.size() == 0 && ledger.settledUntil() >= ledger.watermark();
    }

    private void begin(long now) {
        nextRoundAt = now + pace.interval().toMillis();
        changedInRound = changed.size();
        duePosition = ledger.settledUntil();
        dueUntil = ledger.watermark();
    }

    /** Whether all were done. */
    private boolean publishChanged(Slice slice) {
        while (changedInRound > 0) {
            if (slice.isOver()) {
                return false;
            }
            changedInRound--;
            publisher.publish(changed.take());
        }
        return true;
    }

    /** Whether all were done; then nothing is due before {@code dueUntil}. */
    private boolean publishDue(Slice slice) {
        List<Agenda.Entry> batch = agenda.due(duePosition, dueUntil, BATCH);
        while (!batch.isEmpty()) {
            for (Agenda.Entry entry : batch) {
                if (slice.isOver()) {
                    return false;
                }
                publishDue(entry);
            }
            batch = agenda.due(duePosition, dueUntil, BATCH);
        }
        ledger.settle(dueUntil);
        return true;
    }

    private void publishDue(Agenda.Entry entry) {
        duePosition = entry.dueAfter();
        agenda.remove(entry);
        publisher.publish(entry.root());
    }

    /** Counts down what may be done at a stretch. */
    private final class Slice {
        private final long end = nanoTime.getAsLong() + pace.slice().toNanos();
        private int clusters;

        boolean isOver() {
            return clusters++ >= pace.clustersPerSlice() || nanoTime.getAsLong() - end >= 0;
        }
    }
}
