package io.journeystream.measures;

import io.journeystream.contacts.Contact;
import io.journeystream.events.Action;
import io.journeystream.events.Instrument;
import io.journeystream.events.Operation;
import io.journeystream.events.OperationalEvent;
import io.journeystream.events.VocEvent;
import io.journeystream.journeys.ResolutionBasis;
import io.journeystream.journeys.TerminalClass;
import io.journeystream.stitching.StitchedJourney;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the issue was solved, and who says so: the first that speaks (docs/semantics.md, section 6).
 *
 * @param resolved null while nobody can know
 */
record Resolution(@Nullable Boolean resolved, ResolutionBasis basis) {

    boolean isResolved() {
        return resolved != null && resolved;
    }

    static Resolution of(StitchedJourney journey, Cases cases, boolean matured, boolean silenceResolves) {
        Contact last = journey.lastInbound();
        Boolean customer = byCustomer(journey, cases);
        if (customer != null) {
            return new Resolution(customer, ResolutionBasis.CUSTOMER);
        }
        if (!cases.isEmpty() && cases.anyOpen()) {
            return new Resolution(matured ? false : null, ResolutionBasis.CASE);
        }
        if (!cases.isEmpty() && (last == null || last.start() <= cases.latestEvent())) {
            return new Resolution(true, ResolutionBasis.CASE);
        }
        Boolean outcome = last == null ? null : byOutcome(last);
        if (outcome != null) {
            return new Resolution(outcome, ResolutionBasis.OUTCOME);
        }
        if (goalReached(journey.operations(), last)) {
            return new Resolution(true, ResolutionBasis.OPERATION);
        }
        if (matured && silenceResolves) {
            return new Resolution(true, ResolutionBasis.SILENCE);
        }
        return new Resolution(matured ? false : null, ResolutionBasis.NONE);
    }

    private static @Nullable Boolean byCustomer(StitchedJourney journey, Cases cases) {
        List<VocEvent> answers = journey.answers();
        for (int i = answers.size() - 1; i >= 0; i--) {
            VocEvent answer = answers.get(i);
            if (answer.getInstrument() == Instrument.RESOLUTION && answer.getResolved() != null) {
                long time = answer.getOccurredAt().toEpochMilli();
                Contact last = journey.lastInbound();
                boolean calledAgain = last != null && last.start() > time;
                return (calledAgain || cases.reopenedAfter(time)) ? null : answer.getResolved();
            }
        }
        return null;
    }

    private static @Nullable Boolean byOutcome(Contact last) {
        if (last.has(Action.GOAL_REACHED) || last.has(Action.CONFIRMED)) {
            return true;
        }
        boolean gaveUp = last.isAbandoned() || last.terminalClass() == TerminalClass.ABANDONED;
        return gaveUp ? false : null;
    }

    private static boolean goalReached(List<OperationalEvent> operations, @Nullable Contact last) {
        return operations.stream()
                .anyMatch(operation -> operation.getOperation() == Operation.GOAL_REACHED
                        && (last == null || operation.getOccurredAt().toEpochMilli() >= last.start()));
    }

    /** Milliseconds from the first contact to the resolution; null if not resolved or nobody knows when. */
    @Nullable
    Long timeToResolution(StitchedJourney journey, Cases cases) {
        if (!isResolved()) {
            return null;
        }
        Long resolvedAt = switch (basis) {
            case CASE -> Long.valueOf(cases.closedAt());
            case OPERATION -> Long.valueOf(latestGoal(journey.operations()));
            case CUSTOMER, OUTCOME -> Long.valueOf(journey.activeUntil());
            case SILENCE, NONE -> null;
        };
        if (resolvedAt == null) {
            return null;
        }
        long from = journey.inbound().isEmpty()
                ? journey.startedAt()
                : journey.inbound().get(0).start();
        return Math.max(0, resolvedAt - from);
    }

    private static long latestGoal(List<OperationalEvent> operations) {
        return operations.stream()
                .filter(operation -> operation.getOperation() == Operation.GOAL_REACHED)
                .mapToLong(operation -> operation.getOccurredAt().toEpochMilli())
                .max()
                .orElseThrow();
    }
}
