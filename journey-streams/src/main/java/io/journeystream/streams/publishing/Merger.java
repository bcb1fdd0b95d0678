package io.journeystream.streams.publishing;

import io.journeystream.events.Event;
import io.journeystream.journeys.Cause;
import io.journeystream.streams.clusters.ChangedClusters;
import io.journeystream.streams.clusters.Root;
import io.journeystream.streams.imports.Imports;
import io.journeystream.streams.imports.StagedCluster;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings the events of ended imports into their clusters, one after the other, and publishes what they change. What was
 * kept aside is itself the list of what is left to do, so that a restart goes on.
 */
public final class Merger {
    private final Imports imports;
    private final Consumer<Event> intake;
    private final ChangedClusters changed;
    private final Publisher publisher;

    /** @param intake takes in an event of an import that has ended */
    public Merger(Imports imports, Consumer<Event> intake, ChangedClusters changed, Publisher publisher) {
        this.imports = imports;
        this.intake = intake;
        this.changed = changed;
        this.publisher = publisher;
    }

    /** Goes on until the slice is over or nothing is left. Whether there was anything to do. */
    boolean merge(Slice slice) {
        boolean worked = false;
        while (!slice.isOver() && (publishNext() || mergeNext())) {
            worked = true;
        }
        return worked;
    }

    private boolean publishNext() {
        @Nullable Root next = changed.takeImported();
        if (next != null) {
            publisher.publish(next, Cause.IMPORT);
        }
        return next != null;
    }

    private boolean mergeNext() {
        @Nullable StagedCluster next = imports.next();
        if (next == null) {
            return false;
        }
        if (!imports.isDiscarded(next)) {
            next.events().forEach(intake);
        }
        imports.done(next);
        return true;
    }
}
