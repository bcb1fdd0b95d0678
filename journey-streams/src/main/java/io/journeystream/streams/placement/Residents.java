package io.journeystream.streams.placement;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.Pair;
import io.journeystream.journeys.Cause;
import io.journeystream.streams.clusters.ClusterHeader;
import io.journeystream.streams.clusters.ClusterRow;
import io.journeystream.streams.clusters.Clusters;
import io.journeystream.streams.clusters.Clusters.Addition;
import io.journeystream.streams.clusters.HandOver;
import io.journeystream.streams.clusters.Identities;
import io.journeystream.streams.clusters.Members;
import io.journeystream.streams.clusters.Root;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.Ledger;
import io.journeystream.streams.placement.Message.Arrival;
import io.journeystream.streams.placement.Message.PairDecreed;
import io.journeystream.streams.placement.Message.Part;
import io.journeystream.streams.placement.Message.Seen;
import io.journeystream.streams.placement.Message.Status;
import io.journeystream.streams.publishing.Changes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The clusters whose roots are identifiers of this partition: what comes to them, goes from them, and what they say. */
final class Residents {
    /** A part of a cluster on its way, beside which a row of a megabyte still fits into a record. */
    private static final int PART_BYTES = 500_000;

    private final Identifiers order;
    private final int clusterLimit;
    private final Clusters clusters;
    private final Members members;
    private final Identities identities;
    private final HandOver handOver;
    private final Changes changes;
    private final Mailbox mailbox;
    private final Ledger ledger;
    private final Refusals refusals;

    Residents(
            IdentityRules rules,
            Clusters clusters,
            Members members,
            Identities identities,
            HandOver handOver,
            Changes changes,
            Mailbox mailbox,
            Ledger ledger,
            Refusals refusals) {
        this.order = new Identifiers(rules);
        this.clusterLimit = rules.clusterLimit();
        this.clusters = clusters;
        this.members = members;
        this.identities = identities;
        this.handOver = handOver;
        this.changes = changes;
        this.mailbox = mailbox;
        this.ledger = ledger;
        this.refusals = refusals;
    }

    /** Whether nothing is known of a cluster of that root. */
    boolean isEmpty(Identifier root) {
        return clusters.isEmpty(Root.of(root));
    }

    /** Whether it has all the identifiers that a cluster may have. */
    boolean isFull(Identifier root) {
        return clusters.header(Root.of(root)).getMembers() >= clusterLimit;
    }

    void take(Identifier identifier, Arrival arrival) {
        Root root = Root.of(identifier);
        Event event = arrival.event();
        Cause cause = arrival.cause();
        List<Identifier> seen = order.sorted(event.identifiers());
        changes.beforeChange(root, cause);
        Addition addition = clusters.add(root, seen.get(0), event);
        if (addition == Addition.ERASED) {
            refusals.erased(event, arrival.origin());
            return;
        }
        ledger.add(addition.isDuplicate() ? Count.DUPLICATES : Count.PROCESSED, 1);
        if (addition == Addition.ADDED) {
            ledger.advance(event.occurredAt());
            changes.add(root, cause, event);
        } else if (addition != Addition.DROPPED) {
            ledger.advance(event.occurredAt());
            changes.add(root, cause);
        }
        if (members.combine(root, seen)) {
            tellWhoWasSeen(identifier, seen, cause);
        }
    }

    /** Also of a revision that a higher one has replaced: whoever was seen with so many is nobody's name. */
    private void tellWhoWasSeen(Identifier root, List<Identifier> seen, Cause cause) {
        if (seen.size() == 1) {
            return;
        }
        boolean full = isFull(root);
        for (Identifier identifier : seen) {
            Set<Long> neighbours = neighbours(identifier, seen);
            if (!Root.of(identifier).equals(Root.of(root)) || !neighbours.isEmpty()) {
                mailbox.send(identifier, new Seen(root, full, neighbours, cause));
            }
        }
    }

    private Set<Long> neighbours(Identifier identifier, List<Identifier> seen) {
        Set<Long> neighbours = new TreeSet<>();
        for (Identifier other : seen) {
            if (!other.equals(identifier) && order.isAsStrong(other, identifier)) {
                neighbours.add(Hashes.of(other));
            }
        }
        return neighbours;
    }

    void tell(Identifier identifier, Status status) {
        Root root = Root.of(identifier);
        Cause cause = ofIdentity(status.cause());
        changes.beforeChange(root, cause);
        if (members.tell(root, status.of(), status.row())) {
            changes.add(root, cause);
        }
    }

    /** Whether what is said holds: an earlier word than one that is known says nothing. */
    boolean tell(Identifier identifier, PairDecreed pair) {
        Root root = Root.of(identifier);
        changes.beforeChange(root, Cause.IDENTITY);
        Pair spokenOf = new Pair(pair.stronger(), pair.weaker());
        if (members.tell(root, spokenOf, pair.decree())) {
            changes.add(root, Cause.IDENTITY);
        }
        return members.holds(root, spokenOf, pair.decree());
    }

    /**
     * Events of which all identifiers are blocked, this the strongest, go to where that lies. What was published of them
     * is taken back first, lest that comes after what is published there. A cluster of which parts are still on their way
     * names the identifier again when it is published, and is asked again.
     */
    void bring(Identifier identifier, Identifier blocked) {
        Root root = Root.of(identifier);
        ClusterHeader header = clusters.header(root);
        List<Event> events = header.getIncoming() > 0 ? List.of() : clusters.events(root);
        Set<Identifier> nobody = members.told(root, header, events).blocked();
        List<Event> alone = events.stream()
                .filter(event -> nobody.containsAll(event.identifiers()))
                .filter(event -> order.sorted(event.identifiers()).get(0).equals(blocked))
                .toList();
        if (!alone.isEmpty()) {
            changes.beforeChange(root, Cause.IDENTITY);
            alone.forEach(event -> clusters.forget(root, event));
            changes.publish(root, Cause.IDENTITY);
            ledger.add(Count.PROCESSED, -alone.size());
            alone.forEach(event -> mailbox.send(blocked, Arrival.alone(event)));
        }
    }

    /** Another cluster has said that an identifier names nobody. */
    void nameAgain(Identifier root, Identifier identifier) {
        if (identities.sayAgain(Root.of(root), identifier)) {
            changes.add(Root.of(root), Cause.IDENTITY);
        }
    }

    /** An import remains one, whatever of it changes who is who. */
    private static Cause ofIdentity(Cause cause) {
        return cause == Cause.IMPORT ? cause : Cause.IDENTITY;
    }

    /** The cluster is gone from here, and on its way to another root. */
    void handOver(Identifier from, Identifier into, Cause cause) {
        Root root = Root.of(from);
        if (clusters.isEmpty(root)) {
            return;
        }
        ledger.add(Count.UNITED, 1);
        changes.beforeChange(root, cause);
        changes.gone(root);
        List<List<ClusterRow>> parts = parts(handOver.take(root));
        parts.forEach(rows -> mailbox.send(into, new Part(from, parts.size(), rows, cause)));
    }

    private static List<List<ClusterRow>> parts(List<ClusterRow> rows) {
        List<List<ClusterRow>> parts = new ArrayList<>();
        List<ClusterRow> part = new ArrayList<>();
        int bytes = 0;
        for (ClusterRow row : rows) {
            if (!part.isEmpty() && bytes + row.size() > PART_BYTES) {
                parts.add(part);
                part = new ArrayList<>();
                bytes = 0;
            }
            part.add(row);
            bytes += row.size();
        }
        parts.add(part);
        return parts;
    }

    void unite(Identifier identifier, Part part) {
        Root root = Root.of(identifier);
        Cause cause = ofIdentity(part.cause());
        changes.beforeChange(root, cause);
        if (handOver.unite(root, Root.of(part.from()), part.total(), part.rows())) {
            changes.add(root, cause);
        }
    }
}
