package io.journeystream.local.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL whose parent was killed runs on; whoever takes over its directory ends it first. */
final class LeftOver {
    private static final int PATIENCE_SECONDS = 30;

    private LeftOver() {}

    /**
     * Ends the PostgreSQL that works in a directory, if there is one. The directory must be locked for this process, so
     * that it is nobody else's.
     *
     * @throws IOException if it does not end
     */
    static void end(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        long process = Long.parseLong(Files.readAllLines(file).get(0).strip());
        ProcessHandle server = ProcessHandle.of(process)
                .filter(found -> found.info().commandLine().orElse("").contains(data.toString()))
                .orElse(null);
        if (server == null) {
            return;
        }
        server.destroy();
        try {
            server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while an earlier PostgreSQL was ending", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("an earlier PostgreSQL, process " + process + ", does not end: end it first", e);
        }
    }
}
