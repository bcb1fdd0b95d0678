package io.journeystream.local;

import java.util.List;

/** What was asked for cannot be done; the message tells a person why and what to do. Ends the command, exit code 1. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> details;

    /** One sentence. */
    public Failure(String message) {
        this(message, List.of());
    }

    /**
     * @param message one sentence
     * @param details a line each, shown below it
     */
    public Failure(String message, List<String> details) {
        super(message);
        this.details = List.copyOf(details);
    }

    /** One sentence, with the exception behind it for the log. */
    public Failure(String message, Throwable cause) {
        super(message, cause);
        this.details = List.of();
    }

    /** A line each; maybe none. */
    public List<String> details() {
        return details;
    }
}
