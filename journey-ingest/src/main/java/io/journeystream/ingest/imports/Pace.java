package io.journeystream.ingest.imports;

import java.time.Duration;

/** Tells a listener a few times a second how far the import has come. */
final class Pace {
    private static final long EVERY_NANOS = Duration.ofMillis(200).toNanos();

    private final ImportProgress.Listener listener;
    private final long bytesTotal;
    private final long began = System.nanoTime();
    private long told = began;
    private long bytesBefore;

    Pace(ImportProgress.Listener listener, long bytesTotal) {
        this.listener = listener;
        this.bytesTotal = bytesTotal;
    }

    /** Called for each row. */
    void row(Tally tally, long bytesOfFile) {
        long now = System.nanoTime();
        if (now - told >= EVERY_NANOS) {
            told = now;
            tell(tally, bytesBefore + bytesOfFile);
        }
    }

    void fileDone(long bytesOfFile) {
        bytesBefore += bytesOfFile;
    }

    void done(Tally tally) {
        tell(tally, bytesTotal);
    }

    private void tell(Tally tally, long bytesRead) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
        listener.heard(new ImportProgress(tally.counts(), Math.min(bytesRead, bytesTotal), bytesTotal, elapsed));
    }
}
