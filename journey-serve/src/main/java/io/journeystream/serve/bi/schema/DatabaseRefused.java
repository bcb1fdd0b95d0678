package io.journeystream.serve.bi.schema;

import org.jspecify.annotations.Nullable;

/** The database cannot be used as it is, however often one tries; the message says why and what to do. */
public final class DatabaseRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One sentence. */
    public DatabaseRefused(String message) {
        this(message, null);
    }

    /** One sentence, with the exception behind it for the log. */
    public DatabaseRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
