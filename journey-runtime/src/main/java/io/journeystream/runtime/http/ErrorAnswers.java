package io.journeystream.runtime.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong in a handler becomes a problem; only what nobody expected is logged. */
final class ErrorAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    private ErrorAnswers() {}

    static void addTo(RoutesConfig routes) {
        routes.exception(Exception.class, ErrorAnswers::answer);
        routes.exception(HttpResponseException.class, ErrorAnswers::answer); // or the server's own would be nearer
    }

    private static void answer(Exception exception, Context context) {
        Throwable cause = exception instanceof CompletionException && exception.getCause() != null
                ? exception.getCause()
                : exception;
        if (cause instanceof Refusal refusal) {
            Answers.problem(context, refusal.problem());
        } else if (cause instanceof HttpResponseException known) {
            Answers.problem(context, problem(known, context));
        } else {
            LOG.error("{} {} failed", context.method(), context.path(), cause);
            Answers.problem(context, internal(500));
        }
    }

    private static Problem problem(HttpResponseException known, Context context) {
        return switch (known.getStatus()) {
            case 404 ->
                Problem.of(
                        404,
                        "Not Found",
                        "there is no " + context.path()
                                + " here; there are /health/live, /health/ready and /metrics, and at ingest and serve what /openapi.yaml says");
            case 405 -> notAllowed(known, context);
            default -> Problem.of(known.getStatus(), title(known.getStatus()), String.valueOf(known.getMessage()));
        };
    }

    private static Problem notAllowed(HttpResponseException known, Context context) {
        String allowed = known.getDetails().getOrDefault("availableMethods", "");
        return Problem.of(
                        405,
                        "Method Not Allowed",
                        context.path() + " does not know " + context.method() + ", only " + allowed)
                .withHeader("Allow", allowed);
    }

    static Problem internal(int status) {
        return Problem.of(
                status, title(status), "the server could not do this for a reason of its own; its log says which");
    }

    static String title(int status) {
        return HttpStatus.Companion.forStatus(status).getMessage();
    }
}
