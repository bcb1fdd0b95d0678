package io.journeystream.serve.commands;

import io.journeystream.identity.IdentityCommand;
import io.journeystream.serve.erasure.Receipt;

/** What became of a command. */
public sealed interface Outcome {

    /** It is kept, and streams has not answered yet: it will obey when it runs. */
    record Unanswered(IdentityCommand command) implements Outcome {}

    /**
     * It cannot be obeyed.
     *
     * @param why for people
     */
    record Refused(IdentityCommand command, String why) implements Outcome {}

    /**
     * Streams obeys.
     *
     * @param command as it was sent
     * @param word the command that holds now about the same pair or identifier
     * @param outdated whether that is a later one than was sent
     */
    record Holds(IdentityCommand command, IdentityCommand word, boolean outdated) implements Outcome {}

    /**
     * A customer was erased.
     *
     * @param customerId id of that customer
     */
    record Erased(Receipt receipt, String customerId) implements Outcome {}
}
