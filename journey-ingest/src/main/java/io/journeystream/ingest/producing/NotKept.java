package io.journeystream.ingest.producing;

/** Something that was sent could not be kept, even after retries: whoever sent it must not go on as if it were. */
public final class NotKept extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotKept(String message, Throwable cause) {
        super(message, cause);
    }
}
