package io.journeystream.streams.ledger;

import io.journeystream.rejects.RejectReason;
import java.util.Arrays;
import java.util.Optional;

/** What a partition counts. State keeps counts by their place here: only ever append. */
public enum Count {
    /** Records read from the three event topics, and from routing if they were not ours. */
    RECEIVED,
    /** Events sent to the partition they belong to. */
    ROUTED_OUT,
    /** Events that came from another partition. */
    ROUTED_IN,
    /** Events added to a cluster, or replacing a lower revision there. */
    PROCESSED,
    /** Events that were known already, in the same or a higher revision, even if this delivery of it stands. */
    DUPLICATES,
    /** Clock ticks too far ahead of their own arrival. */
    IGNORED_TICKS,
    /** Customers, as last published. */
    CUSTOMERS,
    /** Journey records published, superseding ones not counted. */
    PUBLISHED,
    /** Journeys taken back because they became others. */
    SUPERSEDED,
    /** Clusters whose change is not published yet. */
    PENDING,
    REJECTED_INVALID,
    REJECTED_UNDECODABLE,
    REJECTED_UNKNOWN_SCHEMA,
    REJECTED_NO_IDENTIFIER,
    REJECTED_TOO_LARGE,
    /** Of the records received, those of imports. */
    IMPORTED,
    /** Events kept aside now, of imports that have not ended. */
    STAGED,
    /** Events kept aside now, of imports that have ended: not yet in their clusters. */
    MERGING,
    /** Events of imports that were given up. */
    DISCARDED,
    /** Messages about identity to other partitions, events not counted. */
    MESSAGES_OUT,
    /** Clusters handed over to others. */
    UNITED,
    /** Identifiers blocked because too many share them. */
    HUBS,
    /** Unions refused because a cluster has all the identifiers it may have. */
    NOT_UNITED,
    /** Pointers followed by events. */
    HOPS,
    /** Evidence in conflict with a limit, as last published. */
    CONFLICTS,
    /** Inbound contacts, as last published. */
    CONTACTS,
    /** Of these, those of customers whom no identifier of a person names. */
    WEAK_CONTACTS,
    /** Clusters of one identifier. */
    CLUSTERS_OF_1,
    CLUSTERS_OF_2,
    CLUSTERS_OF_3_TO_5,
    CLUSTERS_OF_6_TO_10,
    CLUSTERS_OF_11_TO_100,
    CLUSTERS_OF_101_TO_1000,
    CLUSTERS_OF_MORE,
    REJECTED_ERASED,
    /** Events deleted because their customer was erased; they have been processed. */
    ERASED,
    /** Journeys taken back because their events were erased. */
    ERASED_JOURNEYS,
    /** 1 while other definitions go through the clusters. */
    SWEEPING;

    /** Where a cluster of so many identifiers is counted; at least one. */
    public static Count ofCluster(int identifiers) {
        if (identifiers <= 2) {
            return identifiers == 1 ? CLUSTERS_OF_1 : CLUSTERS_OF_2;
        }
        if (identifiers <= 10) {
            return identifiers <= 5 ? CLUSTERS_OF_3_TO_5 : CLUSTERS_OF_6_TO_10;
        }
        if (identifiers <= 100) {
            return CLUSTERS_OF_11_TO_100;
        }
        return identifiers <= 1_000 ? CLUSTERS_OF_101_TO_1000 : CLUSTERS_OF_MORE;
    }

    /** Where a refusal of streams is counted. */
    public static Count of(RejectReason reason) {
        return valueOf("REJECTED_" + reason.name());
    }

    /** The same; empty for a reason that streams never gives. */
    public static Optional<Count> ofRefusal(RejectReason reason) {
        String name = "REJECTED_" + reason.name();
        return Arrays.stream(values())
                .filter(count -> count.name().equals(name))
                .findFirst();
    }

    /** Whether it counts refusals. */
    public boolean isRejected() {
        return name().startsWith("REJECTED_");
    }
}
