package io.journeystream.local.truth.measures;

import io.journeystream.local.simulator.Issue;
import io.journeystream.local.simulator.Origin;
import java.util.List;
import java.util.Set;

/**
 * A concern as it really went, beside what was found of it.
 *
 * @param customers to whom its events were given
 * @param complete whether all its events were accepted
 * @param journeys that have any of its events
 */
record Concern(Origin origin, Issue issue, Set<String> customers, boolean complete, List<FoundJourney> journeys) {

    Outcome happened() {
        return Outcome.of(issue);
    }

    /** Of the journeys that its contacts begin; so each journey counts for one concern. */
    Outcome found() {
        return journeys.stream()
                .filter(journey -> origin.equals(journey.first()))
                .map(FoundJourney::outcome)
                .reduce(Outcome.NONE, Outcome::plus);
    }

    Outcome difference() {
        return found().minus(happened());
    }

    /** Whether one of its journeys has something of another person. */
    boolean isMixedWithOthers() {
        return journeys.stream()
                .flatMap(journey -> journey.concerns().stream())
                .anyMatch(other -> !other.person().equals(origin.person()));
    }

    /** Whether one of its journeys has something of another concern. */
    boolean isMixed() {
        return journeys.stream()
                .flatMap(journey -> journey.concerns().stream())
                .anyMatch(other -> !other.equals(origin));
    }
}
