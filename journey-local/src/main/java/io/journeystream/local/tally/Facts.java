package io.journeystream.local.tally;

import io.journeystream.journeys.Containment;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.JourneyStatus;
import io.journeystream.journeys.Maturity;
import io.journeystream.journeys.TerminalClass;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a tally counts of one journey: whole units only, so that it can be added and exactly taken away again.
 *
 * @param resolved null while nobody can know
 * @param firstContactResolution null where the question does not arise
 * @param terminalClass how self-service ended; null if the journey did not begin there
 * @param costMicros millionths of the currency
 * @param switchCostMicros millionths of the currency
 * @param effortNanos billionths of a point on the scale from 0 to 100
 */
public record Facts(
        String type,
        boolean matured,
        int contacts,
        int channels,
        @Nullable Boolean resolved,
        @Nullable Boolean firstContactResolution,
        @Nullable TerminalClass terminalClass,
        boolean contained,
        boolean verified,
        int forced,
        int voluntary,
        int concurrent,
        long costMicros,
        long switchCostMicros,
        long effortNanos,
        int transfers,
        int abandons,
        int repeats,
        int reopenings) {

    private static final int MICRO_DIGITS = 6;
    private static final double NANOS = 1e9;

    /** The facts of a journey as published. */
    public static Facts of(Journey journey) {
        @Nullable Containment containment = journey.getContainment();
        return new Facts(
                journey.getType(),
                journey.getMaturity() == Maturity.MATURED,
                journey.getContactCount(),
                journey.getChannelCount(),
                journey.getResolved(),
                journey.getFirstContactResolution(),
                containment == null ? null : containment.getTerminalClass(),
                containment != null && containment.getContained(),
                containment != null && containment.getVerified(),
                journey.getSwitches().getForced(),
                journey.getSwitches().getVoluntary(),
                journey.getSwitches().getConcurrent(),
                micros(journey.getCost()),
                micros(journey.getSwitchCost()),
                Math.round(journey.getEffort() * NANOS),
                journey.getTransfers(),
                journey.getAbandons(),
                journey.getRepeats(),
                journey.getReopenings());
    }

    /** Whether a published record stands for a journey that is still one. */
    public static boolean isLive(Journey journey) {
        return journey.getStatus() != JourneyStatus.SUPERSEDED && journey.getStatus() != JourneyStatus.ERASED;
    }

    private static long micros(BigDecimal money) {
        return money.movePointRight(MICRO_DIGITS).longValueExact();
    }
}
