package io.journeystream.local.cli;

import io.journeystream.identity.Commands;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.local.Failure;
import io.journeystream.local.Stopped;
import io.journeystream.local.identity.Sentences;
import io.journeystream.local.view.Console;
import io.journeystream.serve.commands.Outcome;
import java.time.Duration;

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
     * @throws Failure if it cannot be obeyed, or streams refuses it
     */
    int send(IdentityCommand command) {
        String wrong = Commands.wrong(command);
        if (wrong != null) {
            throw new Failure(wrong);
        }
        Outcome outcome = outcome(command);
        if (outcome instanceof Outcome.Holds holds) {
            console.out().println((holds.outdated() ? "a later word holds: " : "") + Sentences.of(holds.word()));
            return ExitCodes.DONE;
        }
        if (outcome instanceof Outcome.Refused refused) {
            throw new Failure("streams refuses the command: " + refused.why());
        }
        console.err()
                .println("command " + command.getId() + " is sent and kept; streams has not answered within "
                        + patience.toSeconds() + " s, it will obey when it runs");
        return ExitCodes.INCOMPLETE;
    }

    /** Of any command; a failure to send it is the caller's to tell. */
    Outcome outcome(IdentityCommand command) {
        try {
            return settings.desk().say(command, patience);
        } catch (InterruptedException e) {
            throw new Stopped(
                    "interrupted; command " + command.getId() + " may have been sent: if so, streams obeys it", e);
        }
    }
}
