package io.journeystream.local.truth.measures;

import io.journeystream.local.truth.KnownPersons;
import io.journeystream.local.truth.Recomputation;
import io.journeystream.local.truth.SimulatedRun;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Measures as they are published, over matured journeys, beside what the simulator knows to have happened.
 *
 * @param known those of persons whose identity is known
 * @param knownByType the same, type by type
 * @param everybody those of all persons
 */
public record MeasuresReport(Comparison known, Map<String, Comparison> knownByType, Comparison everybody) {

    /**
     * Compares.
     *
     * @param found what the rules have made of what the run has accepted
     */
    public static MeasuresReport of(SimulatedRun run, Recomputation found) {
        Set<String> persons = KnownPersons.of(
                found, run.accepted(), event -> run.truth().origin(event).person());
        List<Concern> everybody = new Concerns(run, found).over();
        List<Concern> known = everybody.stream()
                .filter(concern -> persons.contains(concern.origin().person()))
                .toList();
        return new MeasuresReport(Comparison.of(known), byType(known), Comparison.of(everybody));
    }

    private static Map<String, Comparison> byType(List<Concern> concerns) {
        Map<String, Comparison> byType = new TreeMap<>();
        for (Concern concern : concerns) {
            byType.merge(concern.issue().type(), Comparison.of(List.of(concern)), Comparison::plus);
        }
        return byType;
    }
}
