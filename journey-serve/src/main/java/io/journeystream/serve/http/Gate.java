package io.journeystream.serve.http;

import io.javalin.http.Context;
import io.journeystream.runtime.http.Problem;
import io.journeystream.runtime.http.Refusal;
import io.journeystream.runtime.keys.ApiKey;
import io.journeystream.runtime.keys.Authorisation;
import io.journeystream.runtime.keys.Scope;
import java.util.Optional;

/** What every request about identity must pass. */
final class Gate {
    private final Authorisation authorisation;
    private final Surroundings surroundings;
    private volatile boolean stopping;

    Gate(Authorisation authorisation, Surroundings surroundings) {
        this.authorisation = authorisation;
        this.surroundings = surroundings;
    }

    /** From now on nobody passes. */
    void close() {
        stopping = true;
    }

    boolean isClosed() {
        return stopping;
    }

    /**
     * The key of whoever may pass; empty where none is needed.
     *
     * @throws Refusal 401 or 403 for others, 503 when the server is about to stop
     */
    Optional<ApiKey> admit(Context context, Scope scope) {
        if (stopping) {
            throw Unavailable.stopping();
        }
        return authorisation.require(context, scope);
    }

    /** As {@link #admit}; a key may come as password, too, for tools that can send nothing else. */
    Optional<ApiKey> admitTool(Context context, Scope scope) {
        if (stopping) {
            throw Unavailable.stopping();
        }
        return authorisation.requireOfTool(context, scope);
    }

    /** @throws Refusal 503 while Kafka or the registry is away: the request is right, and nothing was done */
    void requireKafka() {
        String trouble = surroundings.trouble();
        if (trouble != null) {
            throw new Refusal(Problem.of(503, "Unavailable", trouble + "; nothing was done, send this again")
                    .retryAfter(5));
        }
    }
}
