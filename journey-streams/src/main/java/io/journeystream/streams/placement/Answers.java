package io.journeystream.streams.placement;

import io.journeystream.identity.IdentityOutcome;
import org.jspecify.annotations.Nullable;

/** Where commands are answered. */
public interface Answers {

    /**
     * Says what became of a command.
     *
     * @param message why it was refused; else null
     */
    void answer(String commandId, IdentityOutcome outcome, @Nullable String message);
}
