package io.journeystream.identity;

import io.journeystream.events.Identifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Finds chains of evidence: those with the fewest conflicts, of these the shortest, and of these the one whose steps were
 * weighed first.
 */
final class Chains {
    private static final Comparator<Reached> NEAREST = Comparator.comparingInt(Reached::conflicts)
            .thenComparingInt(Reached::length)
            .thenComparingLong(Reached::number);

    private final Map<Identifier, List<Step>> steps = new HashMap<>();

    /** @param conflict null where the evidence joins */
    private record Step(Evidence evidence, @Nullable Conflict conflict, Identifier to) {}

    /**
     * A chain so far.
     *
     * @param by its last step and what it came from; both null at its beginning
     * @param number chains found earlier have lower ones
     */
    private record Reached(
            Identifier here,
            int conflicts,
            int length,
            long number,
            @Nullable Reached from,
            @Nullable Step by) {

        Reached by(Step step, long number) {
            int more = step.conflict() == null ? 0 : 1;
            return new Reached(step.to(), conflicts + more, length + 1, number, this, step);
        }
    }

    /** Both in the order in which they were weighed. */
    Chains(List<Evidence> joined, List<Conflict> conflicts) {
        joined.forEach(evidence -> add(evidence, null));
        conflicts.forEach(conflict -> add(conflict.evidence(), conflict));
    }

    private void add(Evidence evidence, @Nullable Conflict conflict) {
        Pair pair = evidence.pair();
        stepsFrom(pair.stronger()).add(new Step(evidence, conflict, pair.weaker()));
        stepsFrom(pair.weaker()).add(new Step(evidence, conflict, pair.stronger()));
    }

    private List<Step> stepsFrom(Identifier identifier) {
        return steps.computeIfAbsent(identifier, i -> new ArrayList<>());
    }

    /** What connects the two, or that nothing does. */
    Explanation between(Identifier from, Identifier to) {
        Map<Identifier, Reached> done = new HashMap<>();
        PriorityQueue<Reached> open = new PriorityQueue<>(NEAREST);
        open.add(new Reached(from, 0, 0, 0, null, null));
        long number = 0;
        while (!open.isEmpty()) {
            Reached nearest = open.remove();
            if (nearest.here().equals(to)) {
                return explanation(nearest);
            }
            if (done.putIfAbsent(nearest.here(), nearest) == null) {
                for (Step step : steps.getOrDefault(nearest.here(), List.of())) {
                    open.add(nearest.by(step, ++number));
                }
            }
        }
        return new Explanation.Unconnected();
    }

    private static Explanation explanation(Reached end) {
        List<Evidence> chain = new ArrayList<>();
        List<Conflict> conflicts = new ArrayList<>();
        for (Reached at = end; at != null; at = at.from()) {
            if (at.by() != null) {
                chain.add(at.by().evidence());
                if (at.by().conflict() != null) {
                    conflicts.add(at.by().conflict());
                }
            }
        }
        Collections.reverse(chain);
        Collections.reverse(conflicts);
        return conflicts.isEmpty() ? new Explanation.OneCustomer(chain) : new Explanation.KeptApart(chain, conflicts);
    }
}
