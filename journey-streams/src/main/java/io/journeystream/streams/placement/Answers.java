package io.journeystream.streams.placement;

import io.journeystream.identity.IdentityOutcome;
import io.journeystream.identity.IdentityResult;
import org.jspecify.annotations.Nullable;

/** Where commands are answered. */
public interface Answers {

    /**
     * Says what became of a command.
     *
     * @param message why it was refused; else null
     */
    default void answer(String commandId, IdentityOutcome outcome, @Nullable String message) {
        answer(new IdentityResult(commandId, outcome, message, null));
    }

    /** Says it. */
    void answer(IdentityResult result);
}
