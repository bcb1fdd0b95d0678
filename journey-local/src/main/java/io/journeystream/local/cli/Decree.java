package io.journeystream.local.cli;

import io.journeystream.events.Identifier;
import io.journeystream.identity.Commands;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.identity.IdentityOutcome;
import io.journeystream.identity.IdentityResult;
import io.journeystream.identity.LaidDown;
import io.journeystream.identity.Pair;
import io.journeystream.local.Failure;
import io.journeystream.local.Stopped;
import io.journeystream.local.identity.CommandPost;
import io.journeystream.local.identity.IdentityLog;
import io.journeystream.local.identity.Sentences;
import io.journeystream.local.view.Console;
import java.time.Duration;
import java.util.Optional;

/** Sends what a person lays down, waits until streams has answered, and says what holds now. */
final class Decree {
    private final Console console;
    private final IdentityOptions.Settings settings;
    private final Duration patience;

    Decree(Console console, IdentityOptions.Settings settings, Duration patience) {
        this.console = console;
        this.settings = settings;
        this.patience = patience;
    }

    /**
     * Gives the exit code.
     *
     * @throws Failure if it cannot be obeyed, Kafka has not kept it, or streams refuses it
     */
    int send(IdentityCommand command) {
        String wrong = Commands.wrong(command);
        if (wrong != null) {
            throw new Failure(wrong);
        }
        Optional<IdentityResult> answer = answer(command);
        if (answer.isEmpty()) {
            console.err()
                    .println("command " + command.getId() + " is sent and kept; streams has not answered within "
                            + patience.toSeconds() + " s, it will obey when it runs");
            return ExitCodes.INCOMPLETE;
        }
        IdentityResult result = answer.get();
        if (result.getOutcome() == IdentityOutcome.REFUSED) {
            throw new Failure("streams refuses the command: " + result.getMessage());
        }
        boolean outdated = result.getOutcome() == IdentityOutcome.OUTDATED;
        console.out().println((outdated ? "a later word holds: " : "") + Sentences.of(holding(command)));
        return ExitCodes.DONE;
    }

    private Optional<IdentityResult> answer(IdentityCommand command) {
        try (CommandPost post = new CommandPost(settings.connection(), settings.registry())) {
            return post.send(command, patience);
        } catch (InterruptedException e) {
            throw new Stopped(
                    "interrupted; command " + command.getId() + " may have been sent: if so, streams obeys it", e);
        }
    }

    /** What is said last about the same. */
    private IdentityCommand holding(IdentityCommand command) {
        try (IdentityLog log = settings.log(console)) {
            LaidDown laidDown = log.laidDown();
            Identifier other = command.getOther();
            Optional<IdentityCommand> holding = other == null
                    ? laidDown.about(command.getIdentifier())
                    : laidDown.about(Pair.of(
                            command.getIdentifier(),
                            other,
                            new Identifiers(settings.definitions().identity())));
            return holding.orElse(command);
        }
    }
}
