package io.journeystream.local.truth.measures;

import io.journeystream.events.Event;
import io.journeystream.health.JourneyFigures;
import io.journeystream.journeys.ComputedJourney;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.Maturity;
import io.journeystream.local.simulator.Origin;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A journey as it is published, beside whose events it is made of.
 *
 * @param first the concern of its first contact; null without contact
 * @param concerns those of all its events
 */
record FoundJourney(Journey journey, @Nullable Origin first, Set<Origin> concerns) {

    static FoundJourney of(ComputedJourney found, Function<Event, Origin> truth) {
        Origin first = found.events().stream()
                .filter(Event.Channel.class::isInstance)
                .map(truth)
                .findFirst()
                .orElse(null);
        return new FoundJourney(
                found.journey(), first, found.events().stream().map(truth).collect(Collectors.toUnmodifiableSet()));
    }

    /** What it counts for in the headline, which is over matured journeys. */
    Outcome outcome() {
        return isMatured() ? Outcome.of(JourneyFigures.of(journey)) : Outcome.NONE;
    }

    boolean isMatured() {
        return journey.getMaturity() == Maturity.MATURED;
    }
}
