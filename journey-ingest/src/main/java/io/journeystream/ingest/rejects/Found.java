package io.journeystream.ingest.rejects;

/** What lies at an address. */
public sealed interface Found {

    /** A reject. */
    record Stored(StoredReject stored) implements Found {}

    /**
     * None, or none that can be read.
     *
     * @param why for a person to read
     */
    record Nothing(String why) implements Found {}
}
