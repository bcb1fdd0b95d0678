package io.journeystream.identity;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import io.journeystream.events.Event;
import io.journeystream.events.Utf8Order;
import java.util.Comparator;

/**
 * That two identifiers were seen in one event: a reason to take them for the same customer (docs/semantics.md, section 3).
 *
 * @param pair the event's strongest identifier and another of it
 * @param source of the event
 * @param eventId of the event
 * @param occurredAt of the event, epoch milliseconds
 */
public record Evidence(Pair pair, String source, String eventId, long occurredAt) {

    static Evidence of(Pair pair, Event event) {
        return new Evidence(pair, event.source(), event.eventId(), event.occurredAt());
    }

    /** The order in which evidence is weighed: by time, source, event, and then the order of identifiers. */
    static Comparator<Evidence> order(Identifiers identifiers) {
        return comparingLong(Evidence::occurredAt)
                .thenComparing(Evidence::source, Utf8Order::compare)
                .thenComparing(Evidence::eventId, Utf8Order::compare)
                .thenComparing(comparing(evidence -> evidence.pair().stronger(), identifiers))
                .thenComparing(comparing(evidence -> evidence.pair().weaker(), identifiers));
    }
}
