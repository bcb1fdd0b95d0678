package io.journeystream.ingest.imports;

/** The import cannot be done as asked for: the message says why and what to do, for a person to read. */
public final class ImportRefused extends Exception {
    private static final long serialVersionUID = 1L;

    public ImportRefused(String message) {
        super(message);
    }
}
