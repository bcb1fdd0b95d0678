package io.journeystream.alerts;

import io.journeystream.alerts.Reading.Judgement;

/**
 * Where one rule stands with the journeys of one subject.
 *
 * @param since when it came into this phase, epoch milliseconds of event time; 0 while inactive
 * @param lastBad when it was last not good again; 0 while inactive
 */
public record AlertState(Phase phase, long since, long lastBad) {
    /** Nothing is the matter. */
    public static final AlertState INACTIVE = new AlertState(Phase.INACTIVE, 0, 0);

    /** What somebody may hear of. */
    public enum Phase {
        INACTIVE,
        /** Bad, and not for long enough yet. */
        PENDING,
        FIRING
    }

    /**
     * Where it stands after a reading. A sample that is too small ends what is pending, for nobody is to be woken by it, and
     * lets what fires go on for as long as the rule says.
     *
     * @param at event time of the reading, epoch milliseconds, not before that of the last one
     */
    public AlertState after(AlertRule rule, Judgement judgement, long at) {
        return switch (phase) {
            case INACTIVE -> judgement == Judgement.BAD ? bad(rule, at, at) : this;
            case PENDING -> judgement == Judgement.BAD ? bad(rule, since, at) : INACTIVE;
            case FIRING -> firing(rule, judgement, at);
        };
    }

    private static AlertState bad(AlertRule rule, long badSince, long at) {
        return at - badSince >= rule.lasting().toMillis()
                ? new AlertState(Phase.FIRING, at, at)
                : new AlertState(Phase.PENDING, badSince, at);
    }

    private AlertState firing(AlertRule rule, Judgement judgement, long at) {
        if (judgement == Judgement.BAD || judgement == Judgement.BETWEEN) {
            return new AlertState(Phase.FIRING, since, at);
        }
        return at - lastBad >= rule.keepFiring().toMillis() ? INACTIVE : this;
    }
}
