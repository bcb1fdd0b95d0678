package io.journeystream.ingest.imports;

import java.time.Duration;

/**
 * How far an import has come.
 *
 * @param counts so far
 * @param bytesRead of the files as they lie on disk, compressed or not
 * @param bytesTotal of all files
 * @param elapsed since the import began
 */
public record ImportProgress(ImportCounts counts, long bytesRead, long bytesTotal, Duration elapsed) {

    /** Rows a second; 0 before any time has passed. */
    public double rowsPerSecond() {
        return elapsed.isZero() ? 0 : counts.rows() * 1e9 / elapsed.toNanos();
    }

    /** Hears of progress a few times a second, on the importing thread. */
    @FunctionalInterface
    public interface Listener {
        /** For those who do not want to know. */
        Listener NONE = progress -> {};

        /** Called with each step. */
        void heard(ImportProgress progress);
    }
}
