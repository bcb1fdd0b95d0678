package io.journeystream.ingest.mapping;

import java.util.List;

/** What a mapping made of one row. */
public sealed interface Mapped {

    /**
     * Native events, not yet validated.
     *
     * @param events JSON values as {@link io.journeystream.ingest.events.EventParser} takes them; empty if the mapping
     *     left the row out on purpose
     */
    record Events(List<Object> events) implements Mapped {}

    /**
     * The mapping raised an error.
     *
     * @param message in the words of the mapping or of its language
     */
    record Failed(String message) implements Mapped {}
}
