package io.journeystream.streams.publishing;

import io.journeystream.journeys.Cause;
import io.journeystream.streams.clusters.ChangedClusters;
import io.journeystream.streams.clusters.ClusterIntake;
import io.journeystream.streams.clusters.Root;
import io.journeystream.streams.imports.Imports;
import io.journeystream.streams.imports.StagedCluster;

/**
 * Brings the events of ended imports into their clusters, cluster by cluster, and publishes each at once. What was kept
 * aside is itself the list of what is left to do, so that a restart goes on.
 */
public final class Merger {
    private final Imports imports;
    private final ClusterIntake intake;
    private final ChangedClusters changed;
    private final Publisher publisher;

    public Merger(Imports imports, ClusterIntake intake, ChangedClusters changed, Publisher publisher) {
        this.imports = imports;
        this.intake = intake;
        this.changed = changed;
        this.publisher = publisher;
    }

    /** Goes on until the slice is over or nothing is left. Whether there was anything to do. */
    boolean merge(Slice slice) {
        StagedCluster next = imports.next();
        if (next == null) {
            return false;
        }
        while (next != null && !slice.isOver()) {
            if (!imports.isDiscarded(next)) {
                merge(next);
            }
            imports.done(next);
            next = imports.next();
        }
        return true;
    }

    private void merge(StagedCluster staged) {
        Root root = staged.root();
        publishOwnChanges(root);
        boolean differs = false;
        for (var event : staged.events()) {
            differs |= intake.take(root, event);
        }
        if (differs) {
            publisher.publish(root, Cause.IMPORT);
        }
    }

    /** What live events and time have changed is said first, so that nothing of it passes for the import's. */
    private void publishOwnChanges(Root root) {
        if (changed.remove(root)) {
            publisher.publish(root, Cause.EVENT);
        } else if (publisher.isDue(root)) {
            publisher.publish(root, Cause.TIME);
        }
    }
}
