package io.journeystream.streams.placement;

import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.identity.HashedName;
import io.journeystream.identity.IdentityResult;
import io.journeystream.journeys.Cause;
import io.journeystream.streams.clusters.ClusterRow;
import io.journeystream.streams.clusters.Root;
import io.journeystream.streams.records.Decree;
import io.journeystream.streams.records.ErasureRow;
import io.journeystream.streams.records.StatusRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is said to the partition of an identifier, by itself or by another. */
sealed interface Message {

    /**
     * An event on its way to its cluster.
     *
     * @param importId null for a live event
     * @param ended whether that import has ended, so that the event need not be kept aside
     * @param skipped identifiers of it that are known to be blocked
     * @param settled whether its identifier is decided: from now on only pointers are followed
     * @param via the first whose pointer was followed; null if none was
     * @param hops pointers followed
     * @param origin where it was read; null if it was kept aside since
     */
    record Arrival(
            Event event,
            @Nullable String importId,
            boolean ended,
            List<Identifier> skipped,
            boolean settled,
            @Nullable Identifier via,
            int hops,
            @Nullable Origin origin)
            implements Message {

        /** An event that has just come. */
        static Arrival of(Event event, @Nullable String importId, boolean ended, @Nullable Origin origin) {
            return new Arrival(event, importId, ended, List.of(), false, null, 0, origin);
        }

        /** An event of a cluster that names this blocked identifier alone. */
        static Arrival alone(Event event) {
            Event found = event.naming(event.identifiers().stream()
                    .map(name -> HashedName.is(name) ? HashedName.anywhere(name) : name)
                    .toList());
            return new Arrival(found, null, false, found.identifiers(), true, null, 0, null);
        }

        /** Whether it is at the identifier by which it names its customer, and has followed no pointer yet. */
        boolean isAtItsName() {
            return via == null;
        }

        Cause cause() {
            return ended ? Cause.IMPORT : Cause.EVENT;
        }

        Arrival skip(Identifier blocked) {
            List<Identifier> more = new ArrayList<>(skipped);
            more.add(blocked);
            return new Arrival(event, importId, ended, more, false, via, hops, origin);
        }

        Arrival settle() {
            return new Arrival(event, importId, ended, skipped, true, via, hops, origin);
        }

        Arrival follow(Identifier pointing) {
            Identifier first = via == null ? pointing : via;
            return new Arrival(event, importId, ended, skipped, true, first, hops + 1, origin);
        }
    }

    /**
     * An identifier was seen in a cluster.
     *
     * @param root of the cluster
     * @param full whether it has all the identifiers it may have
     * @param neighbours hashes of identifiers of its own or a stronger type that it was seen with
     * @param cause what it was seen in: EVENT, or IMPORT
     */
    record Seen(Identifier root, boolean full, Set<Long> neighbours, Cause cause) implements Message {}

    /**
     * A cluster hears what holds of one of its identifiers.
     *
     * @param row whether it is blocked, and until when it was erased
     */
    record Status(Identifier of, StatusRow row, Cause cause) implements Message {}

    /** The customer whom the identifier names is to be erased. */
    record Erase(String commandId, long at) implements Message {}

    /** A cluster is to erase one of its customers, as soon as all of it is there. */
    record EraseIn(ErasureRow asked) implements Message {}

    /** The customer whom the identifier named until then was erased. */
    record Erased(long until) implements Message {}

    /** What became of a command to erase whom the identifier names. */
    record Answered(IdentityResult result) implements Message {}

    /** The stronger of two roots is asked to have the other's cluster. */
    record Ask(Identifier other, Cause cause) implements Message {}

    /** The weaker of two roots is to hand its cluster over. */
    record Give(Identifier into, Cause cause) implements Message {}

    /** Part of a cluster that is handed over. */
    record Part(Identifier from, int total, List<ClusterRow> rows, Cause cause) implements Message {}

    /** What a person has laid down about the identifier itself. */
    record Decreed(Decree decree) implements Message {}

    /** What a person has laid down about the evidence between two identifiers. */
    record PairDecreed(Identifier stronger, Identifier weaker, Decree decree) implements Message {}

    /** A cluster has said that an identifier names nobody; another that has it must say again whom it names. */
    record Unnamed(Identifier of) implements Message {}

    /**
     * A cluster has said that the identifier names one of its customers, although it is blocked: an event of it has
     * nothing else.
     */
    record NamedBy(Root root) implements Message {}

    /** A cluster is to bring events of which all identifiers are blocked, this the strongest, to where that lies. */
    record Bring(Identifier blocked) implements Message {}

    /** There is a shorter way to the identifier's cluster. */
    record Shorter(Identifier root) implements Message {}
}
