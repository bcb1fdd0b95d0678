package io.journeystream.registry;

import org.jspecify.annotations.Nullable;

/** The registry cannot be asked now: an outage, not a statement about a record. Wait, try again, drop nothing. */
public final class RegistryUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RegistryUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
