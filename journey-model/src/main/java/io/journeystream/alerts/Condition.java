package io.journeystream.alerts;

import java.util.Set;

/** When a rule's metric is bad. */
public sealed interface Condition {

    /**
     * Beyond a limit, until it is back behind another one: so that a value at the limit does not flap.
     *
     * @param below whether what is less than the limit is bad, or what is more
     * @param limit in the metric's unit; the limit itself is not beyond it
     * @param clear where it is good again: at least the limit if below, at most if not
     */
    record Limit(boolean below, double limit, double clear) implements Condition {
        public Limit {
            if (below ? clear < limit : clear > limit) {
                throw new IllegalArgumentException("clear must be on the good side of " + limit + ", was " + clear);
            }
        }
    }

    /**
     * Worse than the target that the definition of the type has for the metric; a type without one has no alert.
     *
     * @param tolerance in the metric's unit, by how much it may be worse
     */
    record MissedTarget(double tolerance) implements Condition {}

    /**
     * Worse than the same hours of earlier weeks: further from their median than so many deviations, each 1.4826 times
     * the median of the distances from it (which for normal values is their standard deviation), and at least what chance
     * alone makes of such a sample: few weeks may be alike by chance.
     *
     * @param weeks that are compared with, those with too small a sample left out; at least three of them must be left
     * @param deviations that are tolerated
     * @param least in the metric's unit, a difference that matters, however steady it has been
     */
    record Change(int weeks, double deviations, double least) implements Condition {}

    /**
     * No event of a source for as long as the rule's window. Looks at no journeys.
     *
     * @param sources that must be heard of; none: every one that was heard of before
     */
    record Absence(Set<String> sources) implements Condition {
        public Absence {
            sources = Set.copyOf(sources);
        }
    }

    /**
     * Uses up the error budget of the type's target too fast: what is lacking to 1, by what the target allows to lack, in
     * the rule's window and in a short one, which ends the alert soon after the trouble.
     *
     * @param rate 1 is as fast as allowed
     * @param hours of the short window
     */
    record Burn(double rate, int hours) implements Condition {}
}
