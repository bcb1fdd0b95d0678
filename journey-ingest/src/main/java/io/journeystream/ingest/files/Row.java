package io.journeystream.ingest.files;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a file: a line of an export, or a JSON object. */
public sealed interface Row {

    /** Line where it begins, from 1. */
    long line();

    /** Its text as it stands in the file, without the line end; bytes that are no UTF-8 as {@link RawText} has them. */
    String raw();

    /** Its bytes as they stand in the file. */
    default byte[] rawBytes() {
        return RawText.bytes(raw());
    }

    /**
     * A row that could be read.
     *
     * @param value its fields; of columns, all are strings
     */
    record Read(long line, String raw, Map<String, Object> value) implements Row {}

    /**
     * A row that is not what the format says.
     *
     * @param errorLine line of the mistake, from 1
     * @param column column of the mistake in that line, from 1; null if the whole row is at fault
     * @param message what is wrong
     */
    record Unreadable(
            long line, String raw, long errorLine, @Nullable Long column, String message) implements Row {

        static Unreadable whole(long line, String raw, String message) {
            return new Unreadable(line, raw, line, null, message);
        }
    }
}
