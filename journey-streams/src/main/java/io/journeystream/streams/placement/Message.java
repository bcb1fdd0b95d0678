package io.journeystream.streams.placement;

import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.journeys.Cause;
import io.journeystream.streams.clusters.ClusterRow;
import io.journeystream.streams.records.Decree;
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
     */
    record Arrival(
            Event event,
            @Nullable String importId,
            boolean ended,
            List<Identifier> skipped,
            boolean settled,
            @Nullable Identifier via,
            int hops)
            implements Message {

        /** An event that has just come. */
        static Arrival of(Event event, @Nullable String importId, boolean ended) {
            return new Arrival(event, importId, ended, List.of(), false, null, 0);
        }

        Cause cause() {
            return ended ? Cause.IMPORT : Cause.EVENT;
        }

        Arrival skip(Identifier blocked) {
            List<Identifier> more = new ArrayList<>(skipped);
            more.add(blocked);
            return new Arrival(event, importId, ended, more, false, via, hops);
        }

        Arrival settle() {
            return new Arrival(event, importId, ended, skipped, true, via, hops);
        }

        Arrival follow(Identifier pointing) {
            return new Arrival(event, importId, ended, skipped, true, via == null ? pointing : via, hops + 1);
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

    /** A cluster hears that one of its identifiers is blocked, or is not any more. */
    record Status(Identifier of, long version, boolean blocked, Cause cause) implements Message {}

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

    /** There is a shorter way to the identifier's cluster. */
    record Shorter(Identifier root) implements Message {}
}
