package io.journeystream.ingest.http;

import io.javalin.http.Context;
import io.journeystream.ingest.intake.Intake;
import io.journeystream.ingest.intake.Receipt;
import io.journeystream.ingest.intake.Submission;
import io.journeystream.runtime.http.Bodies;
import io.journeystream.runtime.http.Body;
import io.journeystream.runtime.http.Problem;
import io.journeystream.runtime.http.Refusal;
import io.journeystream.runtime.keys.ApiKey;
import io.journeystream.runtime.keys.Authorisation;
import io.journeystream.runtime.keys.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** {@code POST /v1/events}: answers when Kafka has acknowledged everything that the request brought. */
final class EventsRoute {
    static final String PATH = "/v1/events";

    private final Authorisation authorisation;
    private final Bodies bodies;
    private final Intake intake;
    private final IngestMeters meters;
    private final Supplier<Executor> threads;
    private final BooleanSupplier stopping;

    EventsRoute(
            Authorisation authorisation,
            Bodies bodies,
            Intake intake,
            IngestMeters meters,
            Supplier<Executor> threads,
            BooleanSupplier stopping) {
        this.authorisation = authorisation;
        this.bodies = bodies;
        this.intake = intake;
        this.meters = meters;
        this.threads = threads;
        this.stopping = stopping;
    }

    void handle(Context context) {
        if (stopping.getAsBoolean()) {
            throw new Refusal(Problem.of(503, "Stopping", "this server is about to stop; send this again")
                    .retryAfter(1)
                    .withHeader("Connection", "close"));
        }
        Optional<ApiKey> key = authorisation.require(context, Scope.EVENTS_WRITE);
        Submission.Format format = Submissions.format(context);
        Map<String, String> attributes = Submissions.attributes(context, format);
        Predicate<String> mayWrite =
                source -> key.map(known -> known.mayWrite(source)).orElse(true);
        context.future(() -> bodies.read(context, threads.get())
                .thenCompose(body -> take(body, new Submission(format, body.bytes(), attributes), mayWrite))
                .thenAcceptAsync(receipt -> answer(context, receipt), threads.get()));
    }

    private CompletableFuture<Receipt> take(Body body, Submission submission, Predicate<String> mayWrite) {
        meters.received(body);
        long began = System.nanoTime();
        try {
            return intake.take(submission, mayWrite).whenComplete((receipt, failure) -> {
                body.close();
                meters.answered(receipt, System.nanoTime() - began);
            });
        } catch (RuntimeException e) {
            body.close();
            throw e;
        }
    }

    private static void answer(Context context, Receipt receipt) {
        ReceiptAnswers.write(context, receipt);
    }
}
