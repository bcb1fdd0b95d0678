package io.journeystream.runtime.http;

import io.javalin.http.Context;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Takes in bodies of requests, within limits, and without a thread that waits for a slow client. */
public final class Bodies {
    private static final String TOO_LARGE = "Content Too Large";
    private static final int CHUNK = 16 * 1024;

    private final BodyLimits limits;
    private final ByteBudget budget;

    /** @param budget for all bodies together */
    public Bodies(BodyLimits limits, ByteBudget budget) {
        this.limits = limits;
        this.budget = budget;
    }

    /**
     * The body of a request, decompressed. To be called within {@link Context#future}.
     *
     * @param threads where the result is completed
     * @return fails with a {@link Refusal}: 400 not the compression it says, 408 too slow, 413 too large, 415 compressed
     *     otherwise, 429 too much in memory already
     */
    public CompletableFuture<Body> read(Context context, Executor threads) {
        Encoding encoding = Encoding.of(context.header("Content-Encoding"));
        if (context.req().getContentLengthLong() > limits.sent() + Arrival.PASSED_OVER) {
            throw tooLarge("sent", limits.sent());
        }
        CompletableFuture<byte[]> sent = new CompletableFuture<>();
        Arrival arrival = new Arrival(input(context), limits.sent(), budget, sent);
        sent.orTimeout(limits.within().toMillis(), TimeUnit.MILLISECONDS);
        arrival.begin();
        return sent.whenComplete((bytes, failure) -> arrival.end(failure))
                .handleAsync((bytes, failure) -> unpacked(encoding, bytes, failure), threads);
    }

    private static ServletInputStream input(Context context) {
        try {
            return context.req().getInputStream();
        } catch (IOException e) {
            throw brokenOff();
        }
    }

    private Body unpacked(Encoding encoding, byte[] sent, Throwable failure) {
        if (failure != null) {
            throw refusal(failure);
        }
        if (encoding == Encoding.IDENTITY) {
            return new Body(sent, sent.length, budget);
        }
        try {
            return unpacked(encoding, sent);
        } finally {
            budget.give(sent.length);
        }
    }

    private Body unpacked(Encoding encoding, byte[] sent) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(CHUNK, sent.length * 4));
        int taken = 0;
        try (InputStream in = encoding.reader(sent)) {
            byte[] chunk = new byte[CHUNK];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                if (out.size() + n > limits.unpacked()) {
                    throw tooLarge("decompressed", limits.unpacked());
                }
                takeOrRefuse(n);
                taken += n;
                out.write(chunk, 0, n);
            }
            return new Body(out.toByteArray(), sent.length, budget);
        } catch (IOException e) {
            budget.give(taken);
            throw new Refusal(Problem.of(
                    400,
                    "Not Compressed As Said",
                    "the body is no whole " + encoding.name().toLowerCase(Locale.ROOT) + ": " + e.getMessage()));
        } catch (Refusal e) {
            budget.give(taken);
            throw e;
        }
    }

    private void takeOrRefuse(int bytes) {
        if (!budget.take(bytes)) {
            throw Arrival.tooMany();
        }
    }

    private RuntimeException refusal(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof TimeoutException) {
            return new Refusal(Problem.of(
                            408,
                            "Request Timeout",
                            "the body must arrive within " + limits.within() + "; send smaller requests")
                    .withHeader("Connection", "close"));
        }
        return cause instanceof Refusal refusal ? refusal : brokenOff();
    }

    private static Refusal brokenOff() {
        return new Refusal(Problem.of(400, "Bad Request", "the connection broke off inside the body"));
    }

    static Refusal tooLarge(String how, long limit) {
        return new Refusal(Problem.of(
                        413, TOO_LARGE, "a body has at most " + limit + " bytes " + how + "; send fewer items at once")
                .with("limit", limit));
    }
}
