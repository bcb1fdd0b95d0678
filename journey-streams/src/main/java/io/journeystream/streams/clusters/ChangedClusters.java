package io.journeystream.streams.clusters;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Clusters that changed since they were last published, first come first served. Mirrors the marks in state, so that a
 * second event of a cluster writes none, and a restart loses none.
 */
public final class ChangedClusters {
    private final Agenda agenda;
    private final Set<Root> roots;

    public ChangedClusters(Agenda agenda) {
        this.agenda = agenda;
        this.roots = new LinkedHashSet<>(agenda.marked());
    }

    public void add(Root root) {
        if (roots.add(root)) {
            agenda.mark(root);
        }
    }

    public boolean contains(Root root) {
        return roots.contains(root);
    }

    /** Whether it was there. */
    public boolean remove(Root root) {
        boolean removed = roots.remove(root);
        if (removed) {
            agenda.unmark(root);
        }
        return removed;
    }

    public int size() {
        return roots.size();
    }

    /** Takes the one that has waited longest; there must be one. */
    public Root take() {
        Iterator<Root> first = roots.iterator();
        Root root = first.next();
        first.remove();
        agenda.unmark(root);
        return root;
    }
}
