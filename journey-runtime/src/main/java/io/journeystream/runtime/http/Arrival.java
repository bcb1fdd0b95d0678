package io.journeystream.runtime.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Collects the bytes of a body as they arrive. One that is a little too large is passed over, so that its client hears so. */
final class Arrival implements ReadListener {
    /** A client that is still sending would not read an answer, and lose it when the connection is closed. */
    static final int PASSED_OVER = 32 * 1024 * 1024;

    private static final int CHUNK = 16 * 1024;

    private final ServletInputStream input;
    private final int limit;
    private final ByteBudget budget;
    private final CompletableFuture<byte[]> result;
    private final byte[] chunk = new byte[CHUNK];
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream(CHUNK);
    private long seen;
    private long taken;
    private boolean ended;

    Arrival(ServletInputStream input, int limit, ByteBudget budget, CompletableFuture<byte[]> result) {
        this.input = input;
        this.limit = limit;
        this.budget = budget;
        this.result = result;
    }

    void begin() {
        input.setReadListener(this);
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!result.isDone() && input.isReady() && !input.isFinished()) {
            int n = input.read(chunk);
            if (n < 0) {
                return;
            }
            keep(n);
        }
    }

    private synchronized void keep(int n) {
        if (ended) {
            return;
        }
        seen += n;
        if (seen > limit) {
            passOver();
        } else if (budget.take(n)) {
            taken += n;
            bytes.write(chunk, 0, n);
        } else {
            result.completeExceptionally(tooMany());
        }
    }

    private void passOver() {
        bytes = new ByteArrayOutputStream(0);
        if (seen > limit + (long) PASSED_OVER) {
            result.completeExceptionally(Bodies.tooLarge("sent", limit));
        }
    }

    @Override
    public synchronized void onAllDataRead() {
        if (seen > limit) {
            result.completeExceptionally(Bodies.tooLarge("sent", limit));
        } else {
            result.complete(bytes.toByteArray());
        }
    }

    @Override
    public void onError(Throwable failure) {
        result.completeExceptionally(failure);
    }

    /** Gives back what was taken if there is no body to hold it. */
    synchronized void end(@Nullable Throwable failure) {
        ended = true;
        if (failure != null) {
            budget.give(taken);
        }
    }

    static Refusal tooMany() {
        return new Refusal(Problem.of(
                        429,
                        "Too Many Requests",
                        "more is under way than fits into memory; send this again a little later")
                .retryAfter(1));
    }
}
