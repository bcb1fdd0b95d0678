package io.journeystream.streams.clusters;

import io.journeystream.journeys.Cause;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Clusters that changed since they were last published, first come first served: those that live events have changed,
 * and apart from them those that imports have. Mirrors the marks in state, so that a second event of a cluster writes
 * none, and a restart loses none.
 */
public final class ChangedClusters {
    private static final List<Cause> RANK = List.of(Cause.IDENTITY, Cause.EVENT, Cause.IMPORT);

    private final Agenda agenda;
    private final Map<Root, Cause> live = new LinkedHashMap<>();
    private final Set<Root> imported = new LinkedHashSet<>();

    public ChangedClusters(Agenda agenda) {
        this.agenda = agenda;
        agenda.marked().forEach((root, cause) -> {
            if (cause == Cause.IMPORT) {
                imported.add(root);
            } else {
                live.put(root, cause);
            }
        });
    }

    /**
     * Notes that a cluster has changed.
     *
     * @param cause IDENTITY, which holds if several have changed it, then EVENT, then IMPORT
     */
    public void add(Root root, Cause cause) {
        Cause before = cause(root);
        if (before != null && RANK.indexOf(before) <= RANK.indexOf(cause)) {
            return;
        }
        if (cause == Cause.IMPORT) {
            imported.add(root);
        } else {
            imported.remove(root);
            live.put(root, cause);
        }
        agenda.mark(root, cause);
    }

    /** Why it has changed; null if it has not. */
    public @Nullable Cause cause(Root root) {
        Cause cause = live.get(root);
        return cause == null && imported.contains(root) ? Cause.IMPORT : cause;
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

    /** A cluster, and why it has changed. */
    public record Changed(Root root, Cause cause) {}

    /** Takes the one that has waited longest of those that live events have changed; there must be one. */
    public Changed take() {
        Map.Entry<Root, Cause> first = live.entrySet().iterator().next();
        Changed taken = new Changed(first.getKey(), first.getValue());
        remove(taken.root());
        return taken;
    }

    /** The same of those that imports have changed; null if there is none. */
    public @Nullable Root takeImported() {
        if (imported.isEmpty()) {
            return null;
        }
        Root first = imported.iterator().next();
        remove(first);
        return first;
    }
}
