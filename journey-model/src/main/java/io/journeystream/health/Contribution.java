package io.journeystream.health;

import io.journeystream.journeys.Journey;
import io.journeystream.journeys.JourneyStatus;
import io.journeystream.journeys.Maturity;
import io.journeystream.journeys.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a live journey counts for in health and journey map.
 *
 * @param team null if no definition names one
 * @param startedAt epoch milliseconds
 * @param entryChannel null without inbound contact
 */
public record Contribution(
        String type,
        @Nullable String team,
        long startedAt,
        boolean matured,
        JourneyStatus status,
        JourneyFigures figures,
        @Nullable String entryChannel,
        Map<String, String> attributes,
        List<Transition> transitions) {

    public Contribution {
        attributes = Map.copyOf(attributes);
        transitions = List.copyOf(transitions);
    }

    /** Whether a journey as published counts as matured. */
    public static boolean isMatured(Journey journey) {
        return counts(journey) && journey.getMaturity() == Maturity.MATURED;
    }

    private static boolean counts(Journey journey) {
        return journey.getStatus() != JourneyStatus.SUPERSEDED && journey.getStatus() != JourneyStatus.ERASED;
    }

    /** What a journey as published counts for; empty if it is none any more. */
    public static Optional<Contribution> of(Journey journey) {
        if (!counts(journey)) {
            return Optional.empty();
        }
        return Optional.of(new Contribution(
                journey.getType(),
                journey.getTeam(),
                journey.getStartedAt().toEpochMilli(),
                journey.getMaturity() == Maturity.MATURED,
                journey.getStatus(),
                JourneyFigures.of(journey),
                journey.getEntryChannel(),
                journey.getAttributes(),
                journey.getTransitions()));
    }

    /** The cells in which it counts: for hour and day one in each dimension. */
    List<CellKey> cells(List<String> dimensions) {
        List<CellKey> cells = new ArrayList<>();
        for (Period period : Period.values()) {
            long cohort = CellKey.cohort(period, startedAt);
            cells.add(new CellKey(type, period, cohort, CellKey.ALL, null));
            cells.add(new CellKey(type, period, cohort, CellKey.ENTRY_CHANNEL, entryChannel));
            dimensions.forEach(name -> cells.add(new CellKey(type, period, cohort, name, attributes.get(name))));
        }
        return cells;
    }

    /** The edge of the journey map that a transition of it is on. */
    FlowKey edge(Transition transition) {
        String to = transition.getTo();
        return new FlowKey(
                type,
                CellKey.cohort(Period.DAY, startedAt),
                transition.getFrom(),
                to,
                to == null ? status.name() : null);
    }
}
