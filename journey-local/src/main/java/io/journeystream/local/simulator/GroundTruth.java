package io.journeystream.local.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * What really happened, for comparison with what the pipeline found. Concerns are counted once they have been quiet
 * for a time; only those that have not are kept one by one.
 */
public final class GroundTruth {
    private final PriorityQueue<Issue> open = new PriorityQueue<>(Comparator.comparing(Issue::over));
    private final Map<String, TrueFigures> closed = new TreeMap<>();

    void add(Issue issue) {
        open.add(issue);
    }

    /**
     * The figures by type of all concerns whose last contact ended more than {@code quiet} before {@code now}. Calls
     * must not go back in time.
     */
    public Map<String, TrueFigures> quietSince(Instant now, Duration quiet) {
        while (!open.isEmpty() && open.element().over().plus(quiet).isBefore(now)) {
            Issue issue = open.remove();
            closed.merge(issue.type(), TrueFigures.of(issue), TrueFigures::plus);
        }
        return new TreeMap<>(closed);
    }
}
