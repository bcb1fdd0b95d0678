package io.journeystream.alerts;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Finds journeys that show what is bad. */
@FunctionalInterface
public interface Examples {
    /** None. */
    Examples NONE = wanted -> Map.of();

    /**
     * Of which journeys they are wanted.
     *
     * @param from start of the first hour in which they began, epoch milliseconds
     * @param to end of the last one
     */
    record Wanted(AlertRule rule, Subject subject, long from, long to) {}

    /** For each, ids of at most five journeys, the worst first; what is missing has none. */
    Map<Wanted, List<String>> of(Collection<Wanted> wanted);
}
