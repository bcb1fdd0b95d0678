package io.journeystream.local.simulator;

import io.journeystream.local.simulator.Issue.Containment;

/**
 * Counts of concerns as they really went.
 *
 * @param contained settled in self-service for good
 */
public record TrueFigures(
        long issues, long contacts, long settled, long settledAtFirst, long selfServiceEntries, long contained) {

    public static final TrueFigures NONE = new TrueFigures(0, 0, 0, 0, 0, 0);

    static TrueFigures of(Issue issue) {
        return new TrueFigures(
                1,
                issue.contacts(),
                issue.settled() ? 1 : 0,
                issue.settledAtFirst() ? 1 : 0,
                issue.containment() == null ? 0 : 1,
                issue.containment() == Containment.CONTAINED ? 1 : 0);
    }

    /** Both together. */
    public TrueFigures plus(TrueFigures other) {
        return new TrueFigures(
                issues + other.issues,
                contacts + other.contacts,
                settled + other.settled,
                settledAtFirst + other.settledAtFirst,
                selfServiceEntries + other.selfServiceEntries,
                contained + other.contained);
    }
}
