package io.journeystream.streams.clusters;

import io.journeystream.journeys.Cause;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Clusters that changed since they were last published, first come first served: those that live events have changed,
 * and apart from them those that imports have. Mirrors the marks in state, so that a second event of a cluster writes
 * none, and a restart loses none.
 */
public final class ChangedClusters {
    private final Agenda agenda;
    private final Set<Root> live;
    private final Set<Root> imported;

    public ChangedClusters(Agenda agenda) {
        this.agenda = agenda;
        this.live = new LinkedHashSet<>(agenda.marked(Cause.EVENT));
        this.imported = new LinkedHashSet<>(agenda.marked(Cause.IMPORT));
    }

    /**
     * Notes that a cluster has changed.
     *
     * @param cause EVENT, which holds if both have changed it, or IMPORT
     */
    public void add(Root root, Cause cause) {
        if (live.contains(root)) {
            return;
        }
        Set<Root> of = cause == Cause.IMPORT ? imported : live;
        if (of.add(root)) {
            if (of == live) {
                imported.remove(root);
            }
            agenda.mark(root, cause);
        }
    }

    /** Why it has changed; null if it has not. */
    public @Nullable Cause cause(Root root) {
        if (live.contains(root)) {
            return Cause.EVENT;
        }
        return imported.contains(root) ? Cause.IMPORT : null;
    }

    /** It need not be published any more. */
    public void remove(Root root) {
        if (cause(root) != null) {
            live.remove(root);
            imported.remove(root);
            agenda.unmark(root);
        }
    }

    /** How many there are. */
    public int size() {
        return live.size() + imported.size();
    }

    /** How many of them live events have changed. */
    public int live() {
        return live.size();
    }

    /** Takes the one that has waited longest of those that live events have changed; there must be one. */
    public Root take() {
        return take(live);
    }

    /** The same of those that imports have changed; null if there is none. */
    public @Nullable Root takeImported() {
        return imported.isEmpty() ? null : take(imported);
    }

    private Root take(Set<Root> of) {
        Iterator<Root> first = of.iterator();
        Root root = first.next();
        first.remove();
        agenda.unmark(root);
        return root;
    }
}
