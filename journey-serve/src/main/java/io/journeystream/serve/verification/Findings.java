package io.journeystream.serve.verification;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a verification has found.
 *
 * @param events that stand
 * @param customers that they make
 * @param compared how many keys of each topic were compared
 * @param differences in the order of topics and keys
 * @param journeys that are published
 * @param moving keys that were left out because journeys had just changed
 * @param otherDefinitions journeys that were computed with other definitions than those given
 */
public record Findings(
        long events,
        long customers,
        Map<Subject, Long> compared,
        List<Difference> differences,
        long journeys,
        long moving,
        long otherDefinitions) {

    public Findings {
        compared = new EnumMap<>(compared);
        differences = List.copyOf(differences);
    }

    /** Whether everything is published as the input gives it. */
    public boolean isClean() {
        return differences.isEmpty();
    }

    /** How many differences of a kind there are in a topic. */
    public long count(Subject subject, Difference.Kind kind) {
        return differences.stream()
                .filter(difference -> difference.subject() == subject && difference.kind() == kind)
                .count();
    }

    /** The same without differences that another look, later, has not found. */
    Findings confirmedBy(Findings later) {
        List<Difference> confirmed = later.differences().stream()
                .filter(difference -> differences.stream().anyMatch(difference::isOf))
                .toList();
        return new Findings(
                later.events,
                later.customers,
                later.compared,
                confirmed,
                later.journeys,
                later.moving,
                later.otherDefinitions);
    }
}
