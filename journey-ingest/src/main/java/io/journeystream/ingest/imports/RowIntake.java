package io.journeystream.ingest.imports;

import io.journeystream.events.Event;
import io.journeystream.ingest.events.ArrivalRule;
import io.journeystream.ingest.events.EventParser;
import io.journeystream.ingest.events.Parsed;
import io.journeystream.ingest.files.Row;
import io.journeystream.ingest.mapping.Mapped;
import io.journeystream.ingest.mapping.Mapping;
import io.journeystream.ingest.producing.EventSink;
import io.journeystream.rejects.Reject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes in row by row: maps it, refuses it whole if anything in it is invalid, and sends its events. */
public final class RowIntake {
    private final @Nullable Mapping mapping;
    private final EventParser parser;
    private final ArrivalRule arrival;
    private final EventSink sink;
    private final @Nullable Instant until;
    private final Tally tally = new Tally();
    private @Nullable Reject firstReject;

    /**
     * @param mapping from a row to events; null: each row is one
     * @param until later events are left out; null: none
     */
    public RowIntake(
            @Nullable Mapping mapping,
            EventParser parser,
            ArrivalRule arrival,
            EventSink sink,
            @Nullable Instant until) {
        this.mapping = mapping;
        this.parser = parser;
        this.arrival = arrival;
        this.sink = sink;
        this.until = until;
    }

    Tally tally() {
        return tally;
    }

    /** The first row that was rejected; null if none was. */
    @Nullable
    Reject firstReject() {
        return firstReject;
    }

    /** Takes one row. What is refused goes to the sink as a reject. */
    public void take(Row row, RowRejects rejects) {
        tally.row();
        if (row instanceof Row.Unreadable unreadable) {
            rejectRow(rejects.unreadable(unreadable));
            return;
        }
        Mapped mapped = mapped((Row.Read) row);
        if (mapped instanceof Mapped.Failed failed) {
            rejectRow(rejects.mappingFailed(row, failed.message()));
        } else if (mapped instanceof Mapped.Events events) {
            takeEvents(row, events.events(), rejects);
        }
    }

    private Mapped mapped(Row.Read row) {
        return mapping == null ? new Mapped.Events(List.of(row.value())) : mapping.map(row.value());
    }

    private void takeEvents(Row row, List<Object> given, RowRejects rejects) {
        List<Event> events = new ArrayList<>(given.size());
        for (int i = 0; i < given.size(); i++) {
            Parsed parsed = parser.parse(given.get(i));
            if (parsed instanceof Parsed.Rejected refused) {
                rejectRow(rejects.invalid(row, refused, i, given.size()));
                return;
            }
            events.add(((Parsed.Accepted) parsed).event());
        }
        int wanted = 0;
        for (Event event : events) {
            if (isLater(event)) {
                tally.afterUntil();
            } else {
                wanted++;
                send(row, event, rejects);
            }
        }
        if (wanted == 0) {
            tally.skipped();
        }
    }

    private boolean isLater(Event event) {
        return until != null && event.occurredAt() > until.toEpochMilli();
    }

    private void send(Row row, Event event, RowRejects rejects) {
        if (arrival.check(event) instanceof Parsed.Rejected refused) {
            tally.rejectedEvent();
            sink.reject(rejects.untimely(row, event, refused));
        } else {
            sink.send(event);
            tally.sent(event.occurredAt());
        }
    }

    private void rejectRow(Reject reject) {
        tally.rejectedRow();
        if (firstReject == null) {
            firstReject = reject;
        }
        sink.reject(reject);
    }
}
