package io.journeystream.ingest.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads {@code occurredAt}: RFC 3339 with offset, or epoch milliseconds; years 1 to 9999. */
final class Occurrence {
    static final long EARLIEST = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
    static final long LATEST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
    private static final String FIELD = "occurredAt";

    private Occurrence() {}

    /** The instant in whole milliseconds, rounded down; the epoch after a mistake. */
    static Instant of(Fields fields) {
        Long millis = fields.value(FIELD) instanceof CharSequence text ? read(fields, text) : plain(fields);
        if (millis == null) {
            return Instant.EPOCH;
        }
        if (millis < EARLIEST || millis > LATEST) {
            fields.mistake(FIELD, FIELD + " must lie in the years 1 to 9999, was " + millis + " ms since 1970");
            return Instant.EPOCH;
        }
        return Instant.ofEpochMilli(millis);
    }

    private static @Nullable Long plain(Fields fields) {
        if (fields.value(FIELD) == null) {
            fields.mistake(FIELD, FIELD + " is required: RFC 3339 with offset, or epoch milliseconds");
        }
        return fields.whole(FIELD);
    }

    private static @Nullable Long read(Fields fields, CharSequence text) {
        try {
            return OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toInstant()
                    .toEpochMilli();
        } catch (DateTimeException e) {
            fields.mistake(
                    FIELD,
                    FIELD + " must be RFC 3339 with offset, such as 2026-01-05T09:00:00Z, or epoch milliseconds, was "
                            + Text.quoted(text));
            return null;
        }
    }
}
