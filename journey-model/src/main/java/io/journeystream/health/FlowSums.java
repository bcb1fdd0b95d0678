package io.journeystream.health;

import io.journeystream.journeys.Transition;
import java.math.BigDecimal;

/**
 * Sums over transitions, which can be taken away again exactly.
 *
 * @param costMicros millionths of the currency
 */
public record FlowSums(
        long transitions, long forced, long voluntary, long concurrent, long costMicros, long delayMillis) {
    /** Nothing. */
    public static final FlowSums ZERO = new FlowSums(0, 0, 0, 0, 0, 0);

    private static final int SCALE = 6;

    static FlowSums of(Transition transition) {
        return new FlowSums(
                transition.getCount(),
                transition.getForced(),
                transition.getVoluntary(),
                transition.getConcurrent(),
                transition.getCost().setScale(SCALE).unscaledValue().longValueExact(),
                transition.getDelayMillis());
    }

    /** The sums behind figures of a record: so those of several edges can be added up. */
    public static FlowSums of(FlowFigures figures) {
        return new FlowSums(
                figures.getTransitions(),
                figures.getForced(),
                figures.getVoluntary(),
                figures.getConcurrent(),
                figures.getCost().setScale(SCALE).unscaledValue().longValueExact(),
                figures.getDelayMillis());
    }

    /** The sums of both. */
    public FlowSums plus(FlowSums other) {
        return new FlowSums(
                transitions + other.transitions,
                forced + other.forced,
                voluntary + other.voluntary,
                concurrent + other.concurrent,
                costMicros + other.costMicros,
                delayMillis + other.delayMillis);
    }

    FlowSums times(int times) {
        return new FlowSums(
                times * transitions,
                times * forced,
                times * voluntary,
                times * concurrent,
                times * costMicros,
                times * delayMillis);
    }

    /** Sums, and the mean that follows from them. */
    public FlowFigures figures() {
        return new FlowFigures(
                transitions,
                forced,
                voluntary,
                concurrent,
                BigDecimal.valueOf(costMicros, SCALE),
                delayMillis,
                transitions == 0 ? null : (double) delayMillis / transitions);
    }
}
