package io.journeystream.serve.http;

import io.journeystream.runtime.http.Problem;
import io.journeystream.runtime.http.Refusal;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;

/**
 * So many places for work that takes long; whoever finds all taken is told to come again. Work is given up after a
 * while, whether its client still waits or has gone: that cannot be told.
 */
final class Places implements AutoCloseable {
    private static final int SOON = 5;
    private static final int IDLE_SECONDS = 30;

    private final String work;
    private final ThreadPoolExecutor threads;
    private final ScheduledThreadPoolExecutor timer;

    /** @param work what it is, in the plural, for people */
    Places(String work, int places) {
        this.work = work;
        this.threads = new ThreadPoolExecutor(
                0, places, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons(work));
        this.timer = new ScheduledThreadPoolExecutor(1, daemons("given-up-" + work));
        timer.setRemoveOnCancelPolicy(true);
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Places taken now. */
    int taken() {
        return threads.getActiveCount();
    }

    /**
     * Does it, in a thread of its own.
     *
     * @return fails with a {@link Refusal}, 503, if it took longer, or the server stops
     * @throws Refusal 429 if no place is free
     */
    <T> CompletableFuture<T> take(Duration within, Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            Future<?> running = threads.submit(() -> complete(result, within, task));
            Future<?> deadline = timer.schedule(() -> running.cancel(true), within.toMillis(), TimeUnit.MILLISECONDS);
            return result.whenComplete((done, failure) -> deadline.cancel(false));
        } catch (RejectedExecutionException e) {
            throw timer.isShutdown() ? Unavailable.stopping() : full();
        }
    }

    private <T> void complete(CompletableFuture<T> result, Duration within, Callable<T> task) {
        try {
            result.complete(task.call());
        } catch (InterruptedException | InterruptException e) {
            result.completeExceptionally(timer.isShutdown() ? Unavailable.stopping() : tooLong(within));
        } catch (Exception e) {
            result.completeExceptionally(Unavailable.of(e));
        }
    }

    private Refusal tooLong(Duration within) {
        return new Refusal(Problem.of(
                        503,
                        "Given Up",
                        "this took longer than " + within.toSeconds() + " s, which is what " + work
                                + " may take here; ask on the command line, ./journey identity, which has no such limit")
                .retryAfter(SOON));
    }

    private Refusal full() {
        return new Refusal(Problem.of(
                        429,
                        "Too Many Requests",
                        "only " + threads.getMaximumPoolSize() + " " + work
                                + " at once; send this again a little later")
                .retryAfter(SOON));
    }

    @Override
    public void close() {
        timer.shutdownNow();
        threads.shutdownNow();
    }
}
