package io.journeystream.ingest.intake;

import io.journeystream.ingest.events.ArrivalRule;
import io.journeystream.ingest.events.EventParser;
import io.journeystream.ingest.events.Parsed;
import org.jspecify.annotations.Nullable;

/** Decides about items: whether they are native events, inside an envelope or not, and neither too early nor too late. */
final class Judge {
    private final EventParser parser;
    private final ArrivalRule arrival;

    Judge(EventParser parser, ArrivalRule arrival) {
        this.parser = parser;
        this.arrival = arrival;
    }

    Verdict judge(Item item, Submission submission) {
        if (item instanceof Item.Unreadable unreadable) {
            return Verdict.unreadable(unreadable);
        }
        Object json = ((Item.Read) item).json();
        if (!submission.format().wrapsEvents() && submission.attributes().isEmpty()) {
            return verdict(item, parsed(json));
        }
        CloudEvent.Opened opened = submission.format().wrapsEvents()
                ? CloudEvent.open(json)
                : CloudEvent.open(submission.attributes(), json);
        return opened instanceof CloudEvent.Opened.Native event
                ? verdict(item, relocated(parsed(event.json()), event))
                : new Verdict.Refused(item, ((CloudEvent.Opened.Refused) opened).why());
    }

    private Parsed parsed(@Nullable Object json) {
        Parsed parsed = parser.parse(json);
        return parsed instanceof Parsed.Accepted accepted ? arrival.check(accepted.event()) : parsed;
    }

    private static Parsed relocated(Parsed parsed, CloudEvent.Opened.Native event) {
        return parsed instanceof Parsed.Rejected why
                ? new Parsed.Rejected(
                        why.reason(), event.pointer(why.pointer()), why.message(), why.source(), why.eventId())
                : parsed;
    }

    private static Verdict verdict(Item item, Parsed parsed) {
        return parsed instanceof Parsed.Accepted accepted
                ? new Verdict.Accepted(item, accepted.event())
                : new Verdict.Refused(item, (Parsed.Rejected) parsed);
    }
}
