package io.journeystream.streams.publishing;

import io.journeystream.events.Event;
import io.journeystream.journeys.Cause;
import io.journeystream.streams.clusters.ChangedClusters;
import io.journeystream.streams.clusters.Root;

/**
 * Keeps apart why clusters change, so that nothing that live events, time or other definitions have changed passes for an
 * import's, nor what other definitions have changed for anything else.
 */
public final class Changes {
    private final ChangedClusters changed;
    private final Publisher publisher;
    private final KeptClusters kept;
    private final Sweep sweep;

    public Changes(ChangedClusters changed, Publisher publisher, KeptClusters kept, Sweep sweep) {
        this.changed = changed;
        this.publisher = publisher;
        this.kept = kept;
        this.sweep = sweep;
    }

    /** Something may change a cluster: what has changed it for another reason is said first. */
    public void beforeChange(Root root, Cause cause) {
        Cause waiting = changed.cause(root);
        if (waiting != null && (waiting == Cause.IMPORT) != (cause == Cause.IMPORT)) {
            changed.remove(root);
            publisher.publish(root, waiting);
        } else if (waiting == null && cause == Cause.IMPORT && publisher.isDue(root)) {
            publisher.publish(root, Cause.TIME);
        } else if (sweep.isRunning() && waiting != Cause.IMPORT && publisher.isBehind(root)) {
            changed.remove(root);
            publisher.publish(root, Cause.DEFINITION);
        }
    }

    /** An event that was not there before has come to a cluster. */
    public void add(Root root, Cause cause, Event event) {
        changed.add(root, cause);
        kept.add(root, event);
    }

    /** Something else has changed a cluster. */
    public void add(Root root, Cause cause) {
        changed.add(root, cause);
        kept.forget(root);
    }

    /** Something has changed a cluster, and is published at once. */
    public void publish(Root root, Cause cause) {
        changed.remove(root);
        kept.forget(root);
        publisher.publish(root, cause);
    }

    /** The cluster is none any more. */
    public void gone(Root root) {
        changed.remove(root);
        kept.forget(root);
        publisher.gone(root);
    }
}
