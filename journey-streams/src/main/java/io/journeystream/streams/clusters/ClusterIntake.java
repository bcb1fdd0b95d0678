package io.journeystream.streams.clusters;

import io.journeystream.events.Event;
import io.journeystream.identity.Identifiers;
import io.journeystream.streams.clusters.Clusters.Addition;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.Ledger;

/** Takes events into their clusters, counts what became of them, and lets time go on with them. */
public final class ClusterIntake {
    private final Identifiers identifiers;
    private final Clusters clusters;
    private final Ledger ledger;

    public ClusterIntake(Identifiers identifiers, Clusters clusters, Ledger ledger) {
        this.identifiers = identifiers;
        this.clusters = clusters;
        this.ledger = ledger;
    }

    /** The cluster of an event. */
    public Root root(Event event) {
        return Root.of(identifiers.strongest(event.identifiers()));
    }

    /** Whether the cluster is not what it was. */
    public boolean take(Root root, Event event) {
        Addition addition = clusters.add(root, identifiers.strongest(event.identifiers()), event);
        ledger.add(addition == Addition.ADDED ? Count.PROCESSED : Count.DUPLICATES, 1);
        if (addition == Addition.DROPPED) {
            return false;
        }
        ledger.advance(event.occurredAt());
        return true;
    }
}
