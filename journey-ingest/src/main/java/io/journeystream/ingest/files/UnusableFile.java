package io.journeystream.ingest.files;

/** A file cannot be read as asked for; the message says what it looks like and what to do, for a person to read. */
public final class UnusableFile extends Exception {
    private static final long serialVersionUID = 1L;

    public UnusableFile(String message) {
        super(message);
    }
}
