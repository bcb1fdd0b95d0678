package io.journeystream.local.identity;

import io.journeystream.identity.Conflict;
import io.journeystream.serve.identity.Conflicts;
import java.util.List;

/** Evidence that joins nothing, for people. */
public final class ConflictsPage {
    private ConflictsPage() {}

    /** A line each. */
    public static List<String> lines(Conflicts conflicts) {
        return EvidenceTable.lines(
                conflicts.all().stream().map(Conflict::evidence).toList(), conflicts.all());
    }
}
