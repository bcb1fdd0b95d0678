package io.journeystream.streams.publishing;

import io.journeystream.events.Event;
import io.journeystream.journeys.ClusterJourneys;
import io.journeystream.streams.clusters.Root;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Clusters whose journeys are kept in memory as they were published, so that an event costs what it changes: the short
 * way. State has all of it; a cluster that is not kept, or was changed otherwise, is computed whole. Those that have not
 * changed for longest make room.
 */
public final class KeptClusters implements AutoCloseable {
    private static final long OF_EVERY_CLUSTER = 2L;

    private final KeptBudget budget;
    private final Map<Root, ClusterJourneys> kept = new LinkedHashMap<>(16, 0.75f, true);

    public KeptClusters(KeptBudget budget) {
        this.budget = budget;
    }

    /** Null if it must be computed whole. */
    @Nullable
    ClusterJourneys get(Root root) {
        return kept.get(root);
    }

    void keep(Root root, ClusterJourneys journeys) {
        forget(root);
        if (budget.isWorth(weight(journeys))) {
            kept.put(root, journeys);
            budget.add(weight(journeys));
            makeRoom();
        }
    }

    /** An event that was not there before has come to a cluster. */
    void add(Root root, Event event) {
        ClusterJourneys journeys = kept.get(root);
        if (journeys == null) {
            return;
        }
        if (journeys.add(event)) {
            budget.add(1);
            makeRoom();
        } else {
            forget(root);
        }
    }

    /** A cluster has changed in another way. */
    void forget(Root root) {
        ClusterJourneys journeys = kept.remove(root);
        if (journeys != null) {
            budget.add(-weight(journeys));
        }
    }

    /** In events; what every cluster has takes as much as a few. */
    private static long weight(ClusterJourneys journeys) {
        return journeys.events() + OF_EVERY_CLUSTER;
    }

    private void makeRoom() {
        Iterator<ClusterJourneys> longestAgo = kept.values().iterator();
        while (budget.isExceeded() && longestAgo.hasNext()) {
            budget.add(-weight(longestAgo.next()));
            longestAgo.remove();
        }
    }

    /** They may be kept elsewhere now. */
    @Override
    public void close() {
        forgetAll();
    }

    /** Each has to be computed whole. */
    void forgetAll() {
        kept.values().forEach(journeys -> budget.add(-weight(journeys)));
        kept.clear();
    }
}
