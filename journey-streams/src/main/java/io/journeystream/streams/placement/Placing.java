package io.journeystream.streams.placement;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Commands;
import io.journeystream.identity.Erasure;
import io.journeystream.identity.HashedName;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.identity.IdentityCommandKind;
import io.journeystream.identity.IdentityOutcome;
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
import java.util.List;
import java.util.function.Supplier;
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
    private final Places places;
    private final Unions unions;
    private final Statuses statuses;
    private final Residents residents;
    private final Eraser eraser;
    private final Imports imports;
    private final Mailbox mailbox;
    private final Ledger ledger;
    private final Says says;

    /**
     * Placing of one partition.
     *
     * @param rulesInForce limits of customers may change; by the rest evidence is placed, once and for all
     * @param store where its places and clusters lie
     * @param changes hears which clusters change
     * @param says where commands are answered, events refused, and erasures told
     */
    public static Placing of(
            Supplier<IdentityRules> rulesInForce,
            int partition,
            KeyValueStore<Bytes, byte[]> store,
            Mailbox mailbox,
            Imports imports,
            Changes changes,
            Ledger ledger,
            Says says) {
        IdentityRules rules = rulesInForce.get();
        Clusters clusters = new Clusters(store);
        Members members = new Members(store, clusters, ledger);
        Identities identities = new Identities(store, clusters);
        HandOver handOver = new HandOver(store, clusters, members, identities, ledger);
        Residents residents =
                new Residents(rules, clusters, members, identities, handOver, changes, mailbox, ledger, says);
        WaitingErasures waiting = new WaitingErasures(store);
        Eraser eraser = new Eraser(rulesInForce, partition, clusters, members, waiting, changes, mailbox, ledger);
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
        this.places = new Places(store);
        this.unions = new Unions(new UnionOrder(order), places, residents, mailbox, ledger);
        this.statuses = new Statuses(rules.hubLimit(), places, unions, new GivenAnswers(store), mailbox, ledger, says);
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

    /**
     * Obeys a command, and answers it where it is decided.
     *
     * @param latest what is erased cannot be had back, so nobody is erased for a time after this, epoch milliseconds
     */
    public void obey(IdentityCommand command, long latest) {
        String wrong = Commands.wrong(command);
        if (wrong == null
                && command.getKind() == IdentityCommandKind.ERASE
                && command.getAt().toEpochMilli() > latest) {
            wrong = "nobody is erased for a time to come: " + command.getAt() + " is later than the command itself";
        }
        if (wrong == null) {
            send(command);
            work();
        } else {
            says.answer(command.getId(), IdentityOutcome.REFUSED, wrong);
        }
    }

    /** An identifier was erased, be it before this state began. */
    public void recall(Erasure erasure) {
        Identifier erased = HashedName.of(erasure.getType(), erasure.getIdentifier(), erasure.getKeyHash());
        mailbox.send(erased, new Erased(erasure.getUntil().toEpochMilli()));
        work();
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
            statuses.see(to, seen);
        } else if (message instanceof Ask ask) {
            unions.ask(to, ask);
        } else if (message instanceof Give give) {
            unions.give(to, give);
        } else if (message instanceof Shorter shorter) {
            unions.shorten(to, shorter);
        } else if (message instanceof Decreed decreed) {
            statuses.decree(to, decreed);
        } else if (message instanceof Erase erase) {
            statuses.erase(to, erase);
        } else if (message instanceof Erased erased) {
            statuses.erased(to, erased);
        } else if (message instanceof Answered answered) {
            statuses.answered(to, answered);
        } else if (message instanceof NamedBy named) {
            statuses.namedBy(to, named);
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
