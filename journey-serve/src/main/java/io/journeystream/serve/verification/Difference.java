package io.journeystream.serve.verification;

import java.util.List;

/**
 * One key of a topic whose last record is not what the input gives.
 *
 * @param details each field that differs, with both values; empty if there is nothing to compare
 */
public record Difference(Subject subject, String key, Kind kind, List<String> details) {

    /** What is wrong. */
    public enum Kind {
        /** Published otherwise than computed. */
        DIFFERENT,
        /** Computed and not published. */
        MISSING,
        /** Published and not computed. */
        UNEXPECTED
    }

    public Difference {
        details = List.copyOf(details);
    }

    /** Whether it is about the same. */
    boolean isOf(Difference other) {
        return subject == other.subject && key.equals(other.key);
    }
}
