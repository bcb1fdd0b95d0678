package io.journeystream.streams.placement;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Commands;
import io.journeystream.identity.HashedName;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.identity.IdentityCommandKind;
import io.journeystream.identity.IdentityOutcome;
import io.journeystream.journeys.Cause;
import io.journeystream.streams.clusters.Clusters;
import io.journeystream.streams.clusters.HandOver;
import io.journeystream.streams.clusters.Identities;
import io.journeystream.streams.clusters.Members;
import io.journeystream.streams.clusters.Root;
import io.journeystream.streams.clusters.WaitingErasures;
import io.journeystream.streams.imports.Imports;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.Ledger;
import io.journeystream.streams.placement.Message.Answered;
import io.journeystream.streams.placement.Message.Arrival;
import io.journeystream.streams.placement.Message.Ask;
import io.journeystream.streams.placement.Message.Bring;
import io.journeystream.streams.placement.Message.Decreed;
import io.journeystream.streams.placement.Message.Erase;
import io.journeystream.streams.placement.Message.EraseIn;
import io.journeystream.streams.placement.Message.Erased;
import io.journeystream.streams.placement.Message.Give;
import io.journeystream.streams.placement.Message.NamedBy;
import io.journeystream.streams.placement.Message.PairDecreed;
import io.journeystream.streams.placement.Message.Part;
import io.journeystream.streams.placement.Message.Seen;
import io.journeystream.streams.placement.Message.Shorter;
import io.journeystream.streams.placement.Message.Status;
import io.journeystream.streams.placement.Message.Unnamed;
import io.journeystream.streams.publishing.Changes;
import io.journeystream.streams.records.Decree;
import io.journeystream.streams.records.ErasureRow;
import io.journeystream.streams.records.StatusRow;
import io.journeystream.topics.Addresses;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Brings what belongs together onto one partition: union-find whose nodes are identifiers, each on its own partition,
 * which send each other messages (docs/architecture.md, "Placement"). Every root points to a stronger one or to none, so
 * that whatever follows pointers comes to an end. What is said to an identifier of this partition is a method call.
 */
public final class Placing {
    private final Identifiers order;
    private final UnionOrder unions;
    private final int hubLimit;
    private final Places places;
    private final GivenAnswers given;
    private final Residents residents;
    private final Eraser eraser;
    private final Imports imports;
    private final Mailbox mailbox;
    private final Ledger ledger;
    private final Says says;

    /**
     * Placing of one partition.
     *
     * @param store where its places and clusters lie
     * @param changes hears which clusters change
     * @param says where commands are answered, events refused, and erasures told
     */
    public static Placing of(
            IdentityRules rules,
            int partition,
            KeyValueStore<Bytes, byte[]> store,
            Mailbox mailbox,
            Imports imports,
            Changes changes,
            Ledger ledger,
            Says says) {
        Clusters clusters = new Clusters(store);
        Members members = new Members(store, clusters, ledger);
        Identities identities = new Identities(store, clusters);
        HandOver handOver = new HandOver(store, clusters, members, identities, ledger);
        Residents residents =
                new Residents(rules, clusters, members, identities, handOver, changes, mailbox, ledger, says);
        WaitingErasures waiting = new WaitingErasures(store);
        Eraser eraser = new Eraser(rules, partition, clusters, members, waiting, changes, mailbox, ledger);
        return new Placing(rules, store, residents, eraser, imports, mailbox, ledger, says);
    }

    private Placing(
            IdentityRules rules,
            KeyValueStore<Bytes, byte[]> store,
            Residents residents,
            Eraser eraser,
            Imports imports,
            Mailbox mailbox,
            Ledger ledger,
            Says says) {
        this.order = new Identifiers(rules);
        this.unions = new UnionOrder(order);
        this.hubLimit = rules.hubLimit();
        this.places = new Places(store);
        this.given = new GivenAnswers(store);
        this.residents = residents;
        this.eraser = eraser;
        this.imports = imports;
        this.mailbox = mailbox;
        this.ledger = ledger;
        this.says = says;
    }

    /**
     * Takes in an event: into its cluster, aside if an import brings it that has not ended, or on its way to another
     * partition.
     *
     * @param importId null for a live event
     * @param ended whether that import has ended
     * @param origin where it was read; null if it was kept aside
     */
    public void take(Event event, @Nullable String importId, boolean ended, @Nullable Origin origin) {
        mailbox.send(order.strongest(event.identifiers()), Arrival.of(event, importId, ended, origin));
        work();
    }

    /** Reads what another partition has sent; false if it was not written by stitching. */
    public boolean receive(byte @Nullable [] bytes) {
        boolean ours = mailbox.receive(bytes);
        work();
        return ours;
    }

    /** Obeys a command, and answers it where it is decided. */
    public void obey(IdentityCommand command) {
        String wrong = Commands.wrong(command);
        if (wrong == null) {
            send(command);
            work();
        } else {
            says.answer(command.getId(), IdentityOutcome.REFUSED, wrong);
        }
    }

    private void send(IdentityCommand command) {
        if (command.getKind() == IdentityCommandKind.ERASE) {
            mailbox.send(
                    command.getIdentifier(),
                    new Erase(command.getId(), command.getAt().toEpochMilli()));
            return;
        }
        Decree decree = new Decree(command.getAt().toEpochMilli(), command.getId(), holds(command.getKind()));
        Identifier other = command.getOther();
        if (other == null) {
            mailbox.send(command.getIdentifier(), new Decreed(decree));
        } else {
            List<Identifier> pair = order.sorted(List.of(command.getIdentifier(), other));
            mailbox.send(pair.get(0), new PairDecreed(pair.get(0), pair.get(1), decree));
        }
    }

    private static boolean holds(IdentityCommandKind kind) {
        return kind == IdentityCommandKind.BLOCK || kind == IdentityCommandKind.WITHDRAW;
    }

    /** Reads what this partition has said to itself. */
    public void work() {
        for (Letter letter = mailbox.next(); letter != null; letter = mailbox.next()) {
            read(letter.to(), letter.message());
        }
    }

    private void read(Identifier to, Message message) {
        if (message instanceof Arrival arrival) {
            arrive(to, arrival);
        } else if (message instanceof Seen seen) {
            see(to, seen);
        } else if (message instanceof Ask ask) {
            ask(to, ask);
        } else if (message instanceof Give give) {
            give(to, give);
        } else if (message instanceof Shorter shorter) {
            shorten(to, shorter);
        } else if (message instanceof Decreed decreed) {
            decree(to, decreed);
        } else if (message instanceof Erase erase) {
            erase(to, erase);
        } else if (message instanceof Erased erased) {
            erased(to, erased);
        } else if (message instanceof Answered answered) {
            given.put(to, answered.result());
            says.answer(answered.result());
        } else if (message instanceof NamedBy named) {
            namedBy(to, named);
        } else {
            tellCluster(to, message);
        }
    }

    private void arrive(Identifier to, Arrival arrival) {
        if (arrival.importId() != null && !arrival.ended()) {
            imports.stage(arrival.importId(), Root.of(to), arrival.event());
            return;
        }
        Place place = places.of(to);
        if (!arrival.settled() && place.blocked()) {
            skip(to, arrival);
        } else if (arrival.isAtItsName() && place.erased(arrival.event().occurredAt())) {
            says.erased(arrival.event(), arrival.origin());
        } else if (place.pointer() != null) {
            mailbox.send(place.pointer(), arrival.follow(to));
        } else {
            arriveAtRoot(to, arrival);
        }
    }

    /** An event whose identifiers are all blocked keeps the strongest. */
    private void skip(Identifier blocked, Arrival arrival) {
        Arrival next = arrival.skip(blocked);
        List<Identifier> all = order.sorted(arrival.event().identifiers());
        all.stream()
                .filter(identifier -> !next.skipped().contains(identifier))
                .findFirst()
                .ifPresentOrElse(
                        strongest -> mailbox.send(strongest, next), () -> mailbox.send(all.get(0), next.settle()));
    }

    private void arriveAtRoot(Identifier root, Arrival arrival) {
        ledger.add(Count.HOPS, arrival.hops());
        if (arrival.via() != null && arrival.hops() > 1) {
            mailbox.send(arrival.via(), new Shorter(root));
        }
        residents.take(root, arrival);
    }

    /** The only place where it is decided whether an identifier is a hub. */
    private void see(Identifier identifier, Seen seen) {
        Place place = places.of(identifier);
        Identifier root = Objects.requireNonNullElse(place.pointer(), identifier);
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
            news |= unite(identifier, place, seen);
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

    /** Whether the place has changed at once: an identifier that has no cluster of its own points to the other's. */
    private boolean unite(Identifier identifier, Place place, Seen seen) {
        if (seen.full()) {
            ledger.add(Count.NOT_UNITED, 1);
            return false;
        }
        boolean fresh = place.pointer() == null && residents.isEmpty(identifier);
        if (fresh && unions.compare(seen.root(), identifier) < 0) {
            place.point(seen.root());
            return true;
        }
        ask(Objects.requireNonNullElse(place.pointer(), identifier), seen.root(), seen.cause());
        return false;
    }

    private void ask(Identifier one, Identifier other, Cause cause) {
        int compared = unions.compare(one, other);
        if (compared < 0) {
            mailbox.send(one, new Ask(other, cause));
        } else if (compared > 0) {
            mailbox.send(other, new Ask(one, cause));
        }
    }

    private void ask(Identifier asked, Ask ask) {
        Identifier pointer = places.of(asked).pointer();
        if (pointer != null) {
            ask(pointer, ask.other(), ask.cause());
        } else if (unions.compare(ask.other(), asked) < 0) {
            mailbox.send(ask.other(), new Ask(asked, ask.cause()));
        } else if (residents.isFull(asked)) {
            ledger.add(Count.NOT_UNITED, 1);
        } else {
            mailbox.send(ask.other(), new Give(asked, ask.cause()));
        }
    }

    private void give(Identifier root, Give give) {
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

    /** All clusters in which the identifier occurs hear of it; if it is unblocked they become one. */
    private void decree(Identifier identifier, Decreed decreed) {
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
        Identifier root = Objects.requireNonNullElse(place.pointer(), identifier);
        tellClusters(identifier, place);
        for (Identifier listener : places.listeners(identifier)) {
            if (!place.blocked()) {
                ask(root, listener, Cause.EVENT);
                places.silence(identifier, listener);
            }
        }
    }

    private void tellClusters(Identifier identifier, Place place) {
        Status status = status(identifier, place, Cause.EVENT);
        mailbox.send(Objects.requireNonNullElse(place.pointer(), identifier), status);
        places.listeners(identifier).forEach(listener -> mailbox.send(listener, status));
    }

    /** A command that comes again is answered again, once it is answered at all. */
    private void erase(Identifier identifier, Erase erase) {
        if (given.begin(identifier, erase.commandId())) {
            ErasureRow asked = new ErasureRow(Names.of(Addresses.of(identifier)), erase.commandId(), erase.at());
            mailbox.send(identifier, new EraseIn(asked));
        } else {
            given.find(identifier, erase.commandId()).ifPresent(says::answer);
        }
    }

    private void erased(Identifier identifier, Erased erased) {
        Place place = places.of(identifier);
        if (place.erase(erased.until())) {
            places.save(identifier, place);
            says.tellErasure(HashedName.hash(identifier), erased.until());
            tellClusters(identifier, place);
        }
    }

    /**
     * An event of which all identifiers are blocked by now lies where the strongest of them does, with others like it;
     * there it would lie, too, had it come today.
     */
    private void namedBy(Identifier identifier, NamedBy named) {
        Identifier root = Objects.requireNonNullElse(places.of(identifier).pointer(), identifier);
        if (Root.of(root).equals(named.root())) {
            return;
        }
        List<Identifier> listeners = places.listeners(identifier);
        List<Identifier> meant = listeners.stream()
                .filter(listener -> Root.of(listener).equals(named.root()))
                .toList();
        (meant.isEmpty() ? listeners : meant).forEach(listener -> mailbox.send(listener, new Bring(identifier)));
    }

    private void shorten(Identifier identifier, Shorter shorter) {
        Place place = places.of(identifier);
        if (place.pointer() != null && unions.compare(shorter.root(), place.pointer()) < 0) {
            place.point(shorter.root());
            places.save(identifier, place);
        }
    }

    /** What concerns a cluster follows pointers to its root. */
    private void tellCluster(Identifier to, Message message) {
        Identifier pointer = places.of(to).pointer();
        if (pointer != null) {
            mailbox.send(pointer, message);
        } else if (message instanceof Part part) {
            residents.unite(to, part);
            eraser.goOn(to);
        } else if (message instanceof Status status) {
            residents.tell(to, status);
        } else if (message instanceof PairDecreed pair) {
            boolean holds = residents.tell(to, pair);
            says.answer(pair.decree().getId(), holds ? IdentityOutcome.HOLDS : IdentityOutcome.OUTDATED, null);
        } else if (message instanceof EraseIn erase) {
            eraser.take(to, erase.asked());
        } else if (message instanceof Bring bring) {
            residents.bring(to, bring.blocked());
        } else if (message instanceof Unnamed unnamed) {
            residents.nameAgain(to, unnamed.of());
        } else {
            throw new IllegalStateException("nobody reads " + message);
        }
    }
}
