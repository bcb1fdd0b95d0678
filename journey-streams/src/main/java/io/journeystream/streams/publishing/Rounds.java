package io.journeystream.streams.publishing;

import io.journeystream.journeys.Cause;
import io.journeystream.streams.clusters.Agenda;
import io.journeystream.streams.clusters.ChangedClusters;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.Ledger;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * Publishes in slices, what matters most first: in rounds the clusters that live events had changed when the round
 * began, then those that were due by then, then all, if other definitions hold, then what imports bring. However much of
 * these there is, the next round need not wait for it. Nothing of it survives a restart: what is published has left the
 * marks and the agenda in the same transaction, and who waits for a round that a tick begins sends another tick.
 */
public final class Rounds {
    private static final int BATCH = 256;

    private final Publisher publisher;
    private final ChangedClusters changed;
    private final Agenda agenda;
    private final Merger merger;
    private final Sweep sweep;
    private final Ledger ledger;
    private final Pace pace;
    private final LongSupplier nanoTime;

    private long nextRoundAt = Long.MIN_VALUE;
    private boolean recordCame;
    private boolean tickCame;
    private long lastBusyAt;
    private int changedInRound;
    private boolean dueInWork;
    private long duePosition;
    private long dueUntil;

    /** @param nanoTime measures slices; has no influence on what is published */
    public Rounds(
            Publisher publisher,
            ChangedClusters changed,
            Agenda agenda,
            Merger merger,
            Sweep sweep,
            Ledger ledger,
            Pace pace,
            LongSupplier nanoTime) {
        this.publisher = publisher;
        this.changed = changed;
        this.agenda = agenda;
        this.merger = merger;
        this.sweep = sweep;
        this.ledger = ledger;
        this.pace = pace;
        this.nanoTime = nanoTime;
    }

    /**
     * A record came, of whatever kind.
     *
     * @param appended when it was appended to its topic, epoch milliseconds
     */
    public void recordCame(long appended) {
        recordCame = true;
        MergeBudget.ofThisThread().recordCame(appended);
    }

    /** An event came: what a tick before it has told of the end was wrong. */
    public void eventCame(long appended) {
        tickCame = false;
        recordCame(appended);
    }

    /** A tick came: perhaps all there is has come. */
    public void tickCame() {
        tickCame = true;
    }

    /**
     * One slice of whatever there is to do.
     *
     * @param now wall clock, milliseconds
     * @return whether there was something to do
     */
    public boolean slice(long now) {
        if (recordCame) {
            lastBusyAt = now;
            recordCame = false;
        }
        if (changedInRound == 0 && !isSettled() && mayBegin(now)) {
            begin(now);
        }
        boolean published = isRunning();
        Slice slice = new Slice(pace.slice(), pace.clustersPerSlice(), nanoTime);
        boolean more = publishChanged(slice) && publishDue(slice) && sweepAndMerge(now);
        countPending();
        return published || more;
    }

    /** Notes in the ledger how much is not published yet. */
    public void countPending() {
        ledger.set(Count.PENDING, changed.size());
        ledger.set(Count.SWEEPING, sweep.isRunning() ? 1 : 0);
    }

    private boolean isRunning() {
        return changedInRound > 0 || dueInWork;
    }

    private boolean sweepAndMerge(long now) {
        MergeBudget budget = MergeBudget.ofThisThread();
        long began = nanoTime.getAsLong();
        if (!budget.allows(began, now)) {
            return false;
        }
        Slice slice = new Slice(pace.mergeSlice(), pace.clustersPerSlice(), nanoTime);
        boolean worked = sweep.sweep(slice) || merger.merge(slice);
        if (worked) {
            budget.spent(began, nanoTime.getAsLong());
        }
        return worked;
    }

    private boolean mayBegin(long now) {
        if (nextRoundAt == Long.MIN_VALUE && pace.isPatient()) {
            nextRoundAt = now + pace.interval().toMillis();
        }
        return now >= nextRoundAt || pace.isEarly(now - lastBusyAt, tickCame, changed.live());
    }

    private boolean isSettled() {
        return changed.live() == 0 && ledger.settledUntil() >= ledger.watermark();
    }

    private void begin(long now) {
        nextRoundAt = now + pace.interval().toMillis();
        changedInRound = changed.live();
        if (!dueInWork) {
            dueInWork = true;
            duePosition = ledger.settledUntil();
            dueUntil = ledger.watermark();
        }
    }

    /** Whether all were done. */
    private boolean publishChanged(Slice slice) {
        changedInRound = Math.min(changedInRound, changed.live());
        while (changedInRound > 0) {
            if (slice.isOver()) {
                return false;
            }
            changedInRound--;
            ChangedClusters.Changed next = changed.take();
            publisher.publish(next.root(), next.cause());
        }
        return true;
    }

    /** Whether all were done; then nothing is due before {@code dueUntil}. */
    private boolean publishDue(Slice slice) {
        if (!dueInWork) {
            return true;
        }
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
        dueInWork = false;
        return true;
    }

    private void publishDue(Agenda.Entry entry) {
        duePosition = entry.dueAfter();
        agenda.remove(entry);
        publisher.publish(entry.root(), Objects.requireNonNullElse(changed.cause(entry.root()), Cause.TIME));
    }
}
