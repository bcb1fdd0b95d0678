package io.journeystream.serve.bi.sink;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Writes batches in a thread of its own, so that the next one can be made meanwhile. There is never more than one on its
 * way: whoever hands over the next waits for it.
 */
public final class BatchWriter implements AutoCloseable {
    private static final int CLOSING_SECONDS = 10;

    private final Write write;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "bi-writer"));
    private CompletableFuture<Optional<Batch>> writing = CompletableFuture.completedFuture(Optional.empty());

    /** Writes one batch. */
    @FunctionalInterface
    public interface Write {
        void write(Batch batch) throws SQLException;
    }

    public BatchWriter(Write write) {
        this.write = write;
    }

    /**
     * Waits for the batch before, and begins with the next.
     *
     * @return the batch before, which is in the database now; empty if there was none
     * @throws SQLException if the batch before could not be written; the next one is not begun then
     */
    public Optional<Batch> next(Batch batch) throws SQLException {
        Optional<Batch> before = finish();
        writing = CompletableFuture.supplyAsync(() -> Optional.of(written(batch)), thread);
        return before;
    }

    /**
     * Waits for the batch that is being written.
     *
     * @return that batch, or the last one; empty before the first
     * @throws SQLException if it could not be written
     */
    public Optional<Batch> finish() throws SQLException {
        try {
            return writing.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Failed failed) {
                throw failed.why;
            }
            if (e.getCause() instanceof RuntimeException other) {
                throw other;
            }
            throw e;
        }
    }

    private Batch written(Batch batch) {
        try {
            write.write(batch);
            return batch;
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }

    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient SQLException why;

        Failed(SQLException why) {
            super(why);
            this.why = why;
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
