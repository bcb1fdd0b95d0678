package io.journeystream.local;

/** Somebody interrupted the command; the message says what is left of it. Ends the command, exit code 130. */
public final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One sentence. */
    public Stopped(String message, Throwable cause) {
        super(message, cause);
    }
}
