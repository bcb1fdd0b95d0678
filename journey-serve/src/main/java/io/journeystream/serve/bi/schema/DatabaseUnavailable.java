package io.journeystream.serve.bi.schema;

/** The database does not answer now; whoever tries again may find that it does. */
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One sentence, with the exception behind it for the log. */
    public DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
