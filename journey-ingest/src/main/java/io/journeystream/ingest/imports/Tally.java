package io.journeystream.ingest.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Counts of a running import. */
final class Tally {
    private static final long NONE = Long.MIN_VALUE;

    private long rows;
    private long skipped;
    private long rejectedRows;
    private long eventsSent;
    private long rejectedEvents;
    private long eventsAfterUntil;
    private long latest = NONE;

    void row() {
        rows++;
    }

    void skipped() {
        skipped++;
    }

    void rejectedRow() {
        rejectedRows++;
    }

    void sent(long occurredAt) {
        eventsSent++;
        latest = Math.max(latest, occurredAt);
    }

    void rejectedEvent() {
        rejectedEvents++;
    }

    void afterUntil() {
        eventsAfterUntil++;
    }

    /** Events that turned out too large only when they had been sent. */
    void tooLarge(long events) {
        eventsSent -= events;
        rejectedEvents += events;
    }

    boolean onlyRejects() {
        return rows > 0 && rejectedRows == rows;
    }

    long rows() {
        return rows;
    }

    ImportCounts counts() {
        return new ImportCounts(rows, skipped, rejectedRows, eventsSent, rejectedEvents, eventsAfterUntil);
    }

    @Nullable
    Instant latest() {
        return latest == NONE ? null : Instant.ofEpochMilli(latest);
    }
}
