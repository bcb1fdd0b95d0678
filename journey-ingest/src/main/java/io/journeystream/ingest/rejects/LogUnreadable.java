package io.journeystream.ingest.rejects;

/** The rejects cannot be read now; the message says why and what to do. */
public final class LogUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LogUnreadable(String message) {
        super(message);
    }
}
