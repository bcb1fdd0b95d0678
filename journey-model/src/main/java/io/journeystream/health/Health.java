package io.journeystream.health;

import io.journeystream.journeys.Transition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Health cells and journey map over the journeys that are added, less those that are taken away: all there is, or what
 * is to be added to it.
 */
public final class Health {
    private final Map<CellKey, Apart<Sums>> cells = new HashMap<>();
    private final Map<FlowKey, Apart<FlowSums>> flows = new HashMap<>();

    /**
     * Counts a journey.
     *
     * @param dimensions attributes by which it is looked at, besides all and entry channel
     */
    public void add(Contribution journey, List<String> dimensions) {
        add(journey, dimensions, 1);
    }

    /** The reverse of {@link #add}. */
    public void takeAway(Contribution journey, List<String> dimensions) {
        add(journey, dimensions, -1);
    }

    private void add(Contribution journey, List<String> dimensions, int times) {
        for (CellKey key : journey.cells(dimensions)) {
            cells.computeIfAbsent(key, any -> new Apart<>(new Sums(), new Sums()))
                    .of(journey.matured())
                    .add(journey.figures(), times);
        }
        for (Transition transition : journey.transitions()) {
            FlowSums sums = FlowSums.of(transition).times(times);
            Apart<FlowSums> added =
                    journey.matured() ? new Apart<>(sums, FlowSums.ZERO) : new Apart<>(FlowSums.ZERO, sums);
            flows.merge(
                    journey.edge(transition),
                    added,
                    (a, b) -> new Apart<>(
                            a.matured().plus(b.matured()), a.provisional().plus(b.provisional())));
        }
    }

    /** The cells in which something counts, or changes. */
    public Map<CellKey, Apart<Sums>> cells() {
        cells.values()
                .removeIf(sums -> sums.matured().isZero() && sums.provisional().isZero());
        return Map.copyOf(cells);
    }

    /** The edges on which something counts, or changes. */
    public Map<FlowKey, Apart<FlowSums>> flows() {
        flows.values().removeIf(new Apart<>(FlowSums.ZERO, FlowSums.ZERO)::equals);
        return Map.copyOf(flows);
    }
}
