package io.journeystream.serve.health;

import io.journeystream.health.CellKey;
import io.journeystream.health.Period;
import java.util.Set;

/**
 * Which cells are meant; all must hold.
 *
 * @param types none: all
 * @param dimension the cells of other dimensions count the same journeys again
 */
public record CellFilter(Set<String> types, Period period, String dimension, Span span) {
    public CellFilter {
        types = Set.copyOf(types);
    }

    boolean admits(CellKey key) {
        return (types.isEmpty() || types.contains(key.type()))
                && key.period() == period
                && key.dimension().equals(dimension)
                && span.admits(period, key.cohort());
    }
}
