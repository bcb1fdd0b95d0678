package io.journeystream.serve.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.runtime.http.Bodies;
import io.journeystream.runtime.http.Body;
import io.journeystream.runtime.http.ContentType;
import io.journeystream.runtime.http.Problem;
import io.journeystream.runtime.http.Refusal;
import io.journeystream.runtime.keys.ApiKey;
import io.journeystream.runtime.keys.Scope;
import io.journeystream.serve.commands.CommandDesk;
import io.journeystream.serve.commands.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** {@code POST /v1/identity-commands}: answers when streams has, or when the client does not want to wait any longer. */
final class CommandRoute {
    private static final String PATH = "/v1/identity-commands";
    private static final String JSON = "application/json";

    /** For what is done besides waiting for streams. */
    private static final Duration WORK = Duration.ofSeconds(60);

    private final Gate gate;
    private final Bodies bodies;
    private final CommandReader reader;
    private final CommandDesk desk;
    private final Places places;
    private final ServeMeters meters;
    private final Supplier<Executor> threads;

    CommandRoute(
            Gate gate,
            Bodies bodies,
            CommandReader reader,
            CommandDesk desk,
            Places places,
            ServeMeters meters,
            Supplier<Executor> threads) {
        this.gate = gate;
        this.bodies = bodies;
        this.reader = reader;
        this.desk = desk;
        this.places = places;
        this.meters = meters;
        this.threads = threads;
    }

    void addTo(RoutesConfig routes) {
        routes.post(PATH, this::handle);
    }

    private void handle(Context context) {
        Optional<ApiKey> key = gate.admit(context, Scope.IDENTITY_WRITE);
        Query.none(context);
        if (!ContentType.of(context, JSON).equals(JSON)) {
            throw ContentType.unsupported(context, JSON);
        }
        Duration patience = Wait.of(context);
        context.future(() -> bodies.read(context, threads.get())
                .thenCompose(body -> say(asked(body, key), patience))
                .thenAccept(outcome -> OutcomeAnswers.write(context, outcome)));
    }

    private AskedCommand asked(Body body, Optional<ApiKey> key) {
        try (body) {
            return reader.read(CommandDocument.read(body.bytes()), key);
        }
    }

    private CompletableFuture<Outcome> say(AskedCommand asked, Duration patience) {
        gate.requireKafka();
        return places.take(patience.plus(WORK), () -> outcome(asked, patience)).exceptionally(failure -> {
            throw Unavailable.ofCommand(asked.command().getId(), failure);
        });
    }

    private Outcome outcome(AskedCommand asked, Duration patience) throws InterruptedException {
        Outcome outcome = desk.say(asked.named() ? again(asked) : asked.command(), patience);
        meters.command(asked.command().getKind().name(), OutcomeAnswers.name(outcome));
        return outcome;
    }

    /** As it was sent before: said as of now it would be another word. */
    private IdentityCommand again(AskedCommand asked) {
        Optional<IdentityCommand> earlier = desk.earlier(asked.command().getId());
        if (earlier.isPresent() && !asked.isAgain(earlier.get())) {
            throw new Refusal(Problem.of(
                            409,
                            "Another Command",
                            "the id " + asked.command().getId() + " is that of another command: give this one an id of"
                                    + " its own, or none")
                    .with("id", asked.command().getId()));
        }
        return earlier.orElseGet(asked::command);
    }
}
