package io.journeystream.local.machine;

import org.jspecify.annotations.Nullable;

/** Something on this machine is in the way; the message says in one sentence what, and what to do. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotStart(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public CannotStart(String message) {
        super(message);
    }
}
