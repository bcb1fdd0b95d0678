package io.journeystream.ingest.imports;

import io.journeystream.events.Event;
import io.journeystream.ingest.events.EventJson;
import io.journeystream.ingest.events.Parsed;
import io.journeystream.ingest.files.Columns;
import io.journeystream.ingest.files.Row;
import io.journeystream.ingest.producing.Rejects;
import io.journeystream.rejects.Reject;
import io.journeystream.rejects.RejectReason;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rejects of one file: each keeps the row as it was written, with the place where it stands. */
public record RowRejects(
        String file, String mediaType, @Nullable Columns columns, Clock clock) {
    /** In characters; a longer header is not kept with each row, or rows would outgrow what Kafka takes. */
    private static final int LONGEST_HEADER = 65_536;

    /**
     * For rows of one file.
     *
     * @param mediaType of one row
     * @param columns of the file; null if it has none
     * @param clock tells when a row was refused
     */
    public RowRejects {
        if (columns != null && columns.header().length() > LONGEST_HEADER) {
            columns = null;
        }
    }

    Reject unreadable(Row.Unreadable row) {
        return of(row, RejectReason.UNREADABLE, row.message())
                .setLine(row.errorLine())
                .setColumn(row.column())
                .build();
    }

    Reject mappingFailed(Row row, String message) {
        return of(row, RejectReason.MAPPING_FAILED, message).build();
    }

    /** A row one of whose events is refused. */
    Reject invalid(Row row, Parsed.Rejected refused, int event, int events) {
        String which = events == 1 ? "" : "event " + (event + 1) + " of " + events + ": ";
        return of(row, refused.reason(), which + refused.message())
                .setPointer(refused.pointer())
                .setSource(refused.source())
                .setEventId(refused.eventId())
                .build();
    }

    /** A single event that came too early or too late. */
    Reject untimely(Row row, Event event, Parsed.Rejected refused) {
        return of(row, refused.reason(), refused.message())
                .setPointer(refused.pointer())
                .setSource(event.source())
                .setEventId(event.eventId())
                .setContentType(Rejects.JSON)
                .setHeader(null)
                .setDelimiter(null)
                .setPayload(ByteBuffer.wrap(EventJson.bytes(event)))
                .build();
    }

    private Reject.Builder of(Row row, RejectReason reason, String message) {
        return Rejects.atIngest(reason, Objects.requireNonNullElse(message, ""), clock.instant())
                .setHeader(columns == null ? null : columns.header())
                .setDelimiter(columns == null ? null : String.valueOf(columns.delimiter()))
                .setFile(file)
                .setLine(row.line())
                .setContentType(mediaType)
                .setPayload(ByteBuffer.wrap(row.rawBytes()));
    }
}
