package io.journeystream.streams.placement;

import io.journeystream.events.Identifier;
import io.journeystream.identity.IdentityOutcome;
import io.journeystream.journeys.Cause;
import io.journeystream.streams.clusters.Root;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.Ledger;
import io.journeystream.streams.placement.Message.Answered;
import io.journeystream.streams.placement.Message.Bring;
import io.journeystream.streams.placement.Message.Decreed;
import io.journeystream.streams.placement.Message.Erase;
import io.journeystream.streams.placement.Message.EraseIn;
import io.journeystream.streams.placement.Message.Erased;
import io.journeystream.streams.placement.Message.NamedBy;
import io.journeystream.streams.placement.Message.Seen;
import io.journeystream.streams.placement.Message.Status;
import io.journeystream.streams.records.ErasureRow;
import io.journeystream.streams.records.StatusRow;
import io.journeystream.topics.Addresses;
import java.util.List;

/**
 * What holds of the identifiers of one partition whatever cluster they are in: who is blocked, by neighbours or by decree,
 * and who was erased. Decided here alone, and told to all clusters in which they occur.
 */
final class Statuses {
    private final int hubLimit;
    private final Places places;
    private final Unions unions;
    private final GivenAnswers given;
    private final Mailbox mailbox;
    private final Ledger ledger;
    private final Says says;

    Statuses(
            int hubLimit, Places places, Unions unions, GivenAnswers given, Mailbox mailbox, Ledger ledger, Says says) {
        this.hubLimit = hubLimit;
        this.places = places;
        this.unions = unions;
        this.given = given;
        this.mailbox = mailbox;
        this.ledger = ledger;
        this.says = says;
    }

    /** The only place where it is decided whether an identifier is a hub. */
    void see(Identifier identifier, Seen seen) {
        Place place = places.of(identifier);
        Identifier root = place.root(identifier);
        boolean news = !place.knows(seen.neighbours());
        boolean wasBlocked = place.blocked();
        if (place.see(seen.neighbours(), hubLimit)) {
            ledger.add(Count.HUBS, 1);
        }
        if (place.blocked() && !wasBlocked) {
            place.changed();
            mailbox.send(root, status(identifier, place, seen.cause()));
        }
        if (place.blocked()) {
            places.listen(identifier, seen.root());
        } else if (!Root.of(root).equals(Root.of(seen.root()))) {
            news |= unions.unite(identifier, place, seen);
        }
        if (news) {
            places.save(identifier, place);
        }
        if (place.isTold()) {
            mailbox.send(seen.root(), status(identifier, place, seen.cause()));
        }
    }

    private static Status status(Identifier identifier, Place place, Cause cause) {
        return new Status(identifier, new StatusRow(place.version(), place.blocked(), place.erasedUntil()), cause);
    }

    /** All clusters in which the identifier occurs hear of it; if it is unblocked they become one. */
    void decree(Identifier identifier, Decreed decreed) {
        Place place = places.of(identifier);
        boolean wasBlocked = place.blocked();
        boolean holds = place.decree(decreed.decree());
        says.answer(decreed.decree().getId(), holds ? IdentityOutcome.HOLDS : IdentityOutcome.OUTDATED, null);
        if (place.blocked() != wasBlocked) {
            place.changed();
            announce(identifier, place);
        }
        places.save(identifier, place);
    }

    private void announce(Identifier identifier, Place place) {
        Identifier root = place.root(identifier);
        tellClusters(identifier, place);
        for (Identifier listener : places.listeners(identifier)) {
            if (!place.blocked()) {
                unions.ask(root, listener, Cause.EVENT);
                places.silence(identifier, listener);
            }
        }
    }

    private void tellClusters(Identifier identifier, Place place) {
        Status status = status(identifier, place, Cause.EVENT);
        mailbox.send(place.root(identifier), status);
        places.listeners(identifier).forEach(listener -> mailbox.send(listener, status));
    }

    /** A command that comes again is answered again, once it is answered at all. */
    void erase(Identifier identifier, Erase erase) {
        if (given.begin(identifier, erase.commandId())) {
            ErasureRow asked = new ErasureRow(Names.of(Addresses.of(identifier)), erase.commandId(), erase.at());
            mailbox.send(identifier, new EraseIn(asked));
        } else {
            given.find(identifier, erase.commandId()).ifPresent(says::answer);
        }
    }

    /** A command that this identifier's customer was to be erased by is answered, and again whenever it comes again. */
    void answered(Identifier identifier, Answered answered) {
        given.put(identifier, answered.result());
        says.answer(answered.result());
    }

    void erased(Identifier identifier, Erased erased) {
        Place place = places.of(identifier);
        if (place.erase(erased.until())) {
            places.save(identifier, place);
            says.tellErasure(Addresses.of(identifier), erased.until());
            tellClusters(identifier, place);
        }
    }

    /**
     * An event of which all identifiers are blocked by now lies where the strongest of them does, with others like it;
     * there it would lie, too, had it come today.
     */
    void namedBy(Identifier identifier, NamedBy named) {
        Identifier root = places.of(identifier).root(identifier);
        if (Root.of(root).equals(named.root())) {
            return;
        }
        List<Identifier> listeners = places.listeners(identifier);
        List<Identifier> meant = listeners.stream()
                .filter(listener -> Root.of(listener).equals(named.root()))
                .toList();
        (meant.isEmpty() ? listeners : meant).forEach(listener -> mailbox.send(listener, new Bring(identifier)));
    }
}
