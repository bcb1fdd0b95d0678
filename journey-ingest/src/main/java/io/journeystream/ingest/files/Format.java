package io.journeystream.ingest.files;

import java.util.Locale;
import java.util.Optional;

/** How a file is to be read. */
public enum Format {
    /** Header row, then rows; fields separated by a comma unless told otherwise, quoted as RFC 4180 has it. */
    CSV("text/csv"),
    /** The same, separated by tabs. */
    TSV("text/tab-separated-values"),
    /** One array of objects, one object, or objects one after the other. */
    JSON("application/json"),
    /** One JSON object a line. */
    NDJSON("application/x-ndjson");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Media type of one row. */
    public String mediaType() {
        return mediaType;
    }

    /** True for formats with a header row and columns. */
    public boolean hasColumns() {
        return this == CSV || this == TSV;
    }

    /** The format that a file's name tells, {@code .gz} not counted; empty if it tells none. */
    public static Optional<Format> ofName(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        String extension = plain.substring(plain.lastIndexOf('.') + 1);
        return Optional.ofNullable(
                switch (extension) {
                    case "csv" -> CSV;
                    case "tsv", "tab" -> TSV;
                    case "json" -> JSON;
                    case "ndjson", "jsonl" -> NDJSON;
                    default -> null;
                });
    }
}
