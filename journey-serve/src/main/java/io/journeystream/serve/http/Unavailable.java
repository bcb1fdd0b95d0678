package io.journeystream.serve.http;

import io.journeystream.registry.RegistryUnavailable;
import io.journeystream.runtime.http.Problem;
import io.journeystream.runtime.http.Refusal;
import io.journeystream.serve.commands.CommandNotKept;
import io.journeystream.serve.reading.KafkaUnavailable;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.errors.RetriableException;

/** What goes wrong because something else is away, as an answer that says when to come back. */
final class Unavailable {
    private static final int UNAVAILABLE = 503;
    private static final int LATER = 5;

    private Unavailable() {}

    /** The refusal that a failure of this kind is; any other failure as it is. */
    static RuntimeException of(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof CommandNotKept notKept) {
            return new Refusal(Problem.of(UNAVAILABLE, "Not Acknowledged", String.valueOf(notKept.getMessage()))
                    .retryAfter(LATER));
        }
        if (cause instanceof KafkaUnavailable
                || cause instanceof RegistryUnavailable
                || cause instanceof RetriableException) {
            return new Refusal(Problem.of(UNAVAILABLE, "Unavailable", String.valueOf(cause.getMessage()))
                    .retryAfter(LATER));
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    /** The same of a command, which may have been kept: the answer names it, so that it can be sent again. */
    static RuntimeException ofCommand(String id, Throwable failure) {
        RuntimeException known = of(failure);
        return known instanceof Refusal refusal && refusal.problem().status() == UNAVAILABLE
                ? new Refusal(refusal.problem().with("id", id))
                : known;
    }

    static Refusal stopping() {
        return new Refusal(Problem.of(UNAVAILABLE, "Stopping", "this server is about to stop; send this again")
                .retryAfter(1)
                .withHeader("Connection", "close"));
    }
}
