package io.journeystream.ingest.intake;

import io.journeystream.events.Event;
import io.journeystream.ingest.events.Parsed;
import io.journeystream.rejects.RejectReason;
import org.jspecify.annotations.Nullable;

/** What was decided about one item. */
sealed interface Verdict {
    Item item();

    record Accepted(Item item, Event event) implements Verdict {}

    record Refused(Item item, Parsed.Rejected why) implements Verdict {}

    /** The source that the item names; null if it names none that can be read. */
    default @Nullable String source() {
        return this instanceof Accepted accepted
                ? accepted.event().source()
                : ((Refused) this).why().source();
    }

    /** An item that is no JSON. */
    static Refused unreadable(Item.Unreadable item) {
        Malformed why = item.why();
        String message = "is no JSON: " + why.message() + " (line " + why.line() + ", column " + why.column() + ")";
        return new Refused(item, new Parsed.Rejected(RejectReason.UNREADABLE, null, message, null, null));
    }
}
