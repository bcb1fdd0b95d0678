package io.journeystream.ingest.mapping;

/** A mapping is no JSONata expression: the message names file, line and column. */
public final class InvalidMapping extends Exception {
    private static final long serialVersionUID = 1L;

    public InvalidMapping(String message, Throwable cause) {
        super(message, cause);
    }
}
