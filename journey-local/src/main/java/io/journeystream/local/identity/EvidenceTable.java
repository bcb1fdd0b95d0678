package io.journeystream.local.identity;

import io.journeystream.identity.Conflict;
import io.journeystream.identity.Evidence;
import io.journeystream.local.view.TextTable;
import io.journeystream.serve.identity.Names;
import java.util.List;

/** Evidence, a line each. */
final class EvidenceTable {
    private EvidenceTable() {}

    /** @param conflicts those of the evidence that join nothing; maybe none */
    static List<String> lines(List<Evidence> evidence, List<Conflict> conflicts) {
        TextTable table = new TextTable("seen together", "", "when (UTC)", "event", "");
        for (Evidence each : evidence) {
            table.row(
                    Names.of(each.pair().stronger()),
                    Names.of(each.pair().weaker()),
                    Names.time(each.occurredAt()),
                    each.source() + "/" + each.eventId(),
                    conflict(each, conflicts));
        }
        return table.lines(null).stream().map(String::stripTrailing).toList();
    }

    private static String conflict(Evidence evidence, List<Conflict> conflicts) {
        return conflicts.stream()
                .filter(conflict -> conflict.evidence().equals(evidence))
                .map(conflict -> "conflict: one customer may not hold more of type " + conflict.type())
                .findFirst()
                .orElse("");
    }
}
