package io.journeystream.streams.placement;

import io.journeystream.events.Identifier;
import io.journeystream.journeys.Cause;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.Ledger;
import io.journeystream.streams.placement.Message.Ask;
import io.journeystream.streams.placement.Message.Give;
import io.journeystream.streams.placement.Message.Seen;
import io.journeystream.streams.placement.Message.Shorter;

/**
 * Makes clusters one that evidence connects: the weaker root hands its cluster to the stronger and points to it, whoever
 * arrives at a pointer is sent on. Roots point to stronger ones only, so that it ends.
 */
final class Unions {
    private final UnionOrder order;
    private final Places places;
    private final Residents residents;
    private final Mailbox mailbox;
    private final Ledger ledger;

    Unions(UnionOrder order, Places places, Residents residents, Mailbox mailbox, Ledger ledger) {
        this.order = order;
        this.places = places;
        this.residents = residents;
        this.mailbox = mailbox;
        this.ledger = ledger;
    }

    /** Whether the place has changed at once: an identifier that has no cluster of its own points to the other's. */
    boolean unite(Identifier identifier, Place place, Seen seen) {
        if (seen.full()) {
            ledger.add(Count.NOT_UNITED, 1);
            return false;
        }
        boolean fresh = place.pointer() == null && residents.isEmpty(identifier);
        if (fresh && order.compare(seen.root(), identifier) < 0) {
            place.point(seen.root());
            return true;
        }
        ask(place.root(identifier), seen.root(), seen.cause());
        return false;
    }

    void ask(Identifier one, Identifier other, Cause cause) {
        int compared = order.compare(one, other);
        if (compared < 0) {
            mailbox.send(one, new Ask(other, cause));
        } else if (compared > 0) {
            mailbox.send(other, new Ask(one, cause));
        }
    }

    void ask(Identifier asked, Ask ask) {
        Identifier pointer = places.of(asked).pointer();
        if (pointer != null) {
            ask(pointer, ask.other(), ask.cause());
        } else if (order.compare(ask.other(), asked) < 0) {
            mailbox.send(ask.other(), new Ask(asked, ask.cause()));
        } else if (residents.isFull(asked)) {
            ledger.add(Count.NOT_UNITED, 1);
        } else {
            mailbox.send(ask.other(), new Give(asked, ask.cause()));
        }
    }

    void give(Identifier root, Give give) {
        Place place = places.of(root);
        if (place.pointer() != null) {
            ask(place.pointer(), give.into(), give.cause());
        } else if (residents.isFull(root)) {
            ledger.add(Count.NOT_UNITED, 1);
        } else {
            place.point(give.into());
            places.save(root, place);
            residents.handOver(root, give.into(), give.cause());
        }
    }

    void shorten(Identifier identifier, Shorter shorter) {
        Place place = places.of(identifier);
        if (place.pointer() != null && order.compare(shorter.root(), place.pointer()) < 0) {
            place.point(shorter.root());
            places.save(identifier, place);
        }
    }
}
