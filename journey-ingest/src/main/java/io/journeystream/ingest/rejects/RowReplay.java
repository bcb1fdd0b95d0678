package io.journeystream.ingest.rejects;

import io.journeystream.ingest.events.ArrivalRule;
import io.journeystream.ingest.events.EventParser;
import io.journeystream.ingest.files.Columns;
import io.journeystream.ingest.files.Format;
import io.journeystream.ingest.files.Row;
import io.journeystream.ingest.files.SingleRow;
import io.journeystream.ingest.identifiers.IdentifierNormaliser;
import io.journeystream.ingest.imports.RowIntake;
import io.journeystream.ingest.imports.RowRejects;
import io.journeystream.ingest.intake.Envelopes;
import io.journeystream.ingest.producing.EventSink;
import io.journeystream.rejects.Reject;
import io.journeystream.rejects.RejectReason;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts rows and native events that the edge refused through the path of an import again: as late as they like. */
final class RowReplay {
    private static final Set<String> JSON = Set.of(Format.JSON.mediaType(), Format.NDJSON.mediaType());
    private static final Set<String> COLUMNS = Set.of(Format.CSV.mediaType(), Format.TSV.mediaType());

    /** Judged event by event, after the mapping: their payload is a native event. */
    private static final Set<RejectReason> MAPPED_ALREADY =
            Set.of(RejectReason.FUTURE, RejectReason.TOO_LATE, RejectReason.TOO_LARGE);

    private final boolean hasMapping;
    private final RowIntake mapped;
    private final RowIntake plain;
    private final HeardSink heard;
    private final Clock clock;

    /** @param sink null: nothing is sent */
    RowReplay(ReplaySettings settings, @Nullable EventSink sink, Clock clock) {
        EventParser parser = new EventParser(new IdentifierNormaliser(settings.identifiers()));
        ArrivalRule arrival = ArrivalRule.history(clock);
        this.hasMapping = settings.mapping() != null;
        this.heard = new HeardSink(sink);
        this.mapped = new RowIntake(settings.mapping(), parser, arrival, heard, null);
        this.plain = new RowIntake(null, parser, arrival, heard, null);
        this.clock = clock;
    }

    Outcome replay(StoredReject stored) {
        Reject reject = stored.reject();
        String mediaType = reject.getContentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (JSON.contains(mediaType)) {
            boolean isEvent = !hasMapping || MAPPED_ALREADY.contains(reject.getReason());
            return taken(SingleRow.ofJson(stored.payload()), reject, isEvent ? plain : mapped);
        }
        if (COLUMNS.contains(mediaType)) {
            return columns(stored);
        }
        if (mediaType.equals(Envelopes.MEDIA_TYPE)) {
            return taken(opened(SingleRow.ofJson(stored.payload())), reject, plain);
        }
        return new Outcome.NotReplayable("its payload is " + reject.getContentType()
                + ", which is neither a row nor a native event; write it to a file with `rejects show --payload FILE`");
    }

    private static Row opened(Row row) {
        return row instanceof Row.Read read
                ? Envelopes.event(read.value())
                        .<Row>map(event -> new Row.Read(read.line(), read.raw(), event))
                        .orElseGet(() -> new Row.Unreadable(
                                read.line(),
                                read.raw(),
                                read.line(),
                                null,
                                "is no CloudEvent 1.0 around a native event"))
                : row;
    }

    private Outcome columns(StoredReject stored) {
        Reject reject = stored.reject();
        if (reject.getHeader() == null
                || reject.getDelimiter() == null
                || reject.getDelimiter().length() != 1) {
            return new Outcome.NotReplayable("the header line of its file was not kept, so its columns have no names;"
                    + " import the file again, what went in before drops as duplicate");
        }
        if (!hasMapping) {
            return new Outcome.NotReplayable("columns need a mapping to become events: use --mapping");
        }
        Columns columns = new Columns(reject.getHeader(), reject.getDelimiter().charAt(0));
        return taken(SingleRow.of(stored.payload(), columns), reject, mapped);
    }

    private Outcome taken(Row row, Reject reject, RowIntake intake) {
        String file = Objects.requireNonNullElse(reject.getFile(), "");
        intake.take(row, new RowRejects(file, reject.getContentType(), null, clock));
        return heard.outcome();
    }
}
