package io.journeystream.ingest.events;

import io.journeystream.events.Event;
import io.journeystream.rejects.RejectReason;
import io.journeystream.runtime.configuration.Durations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Too early and too late are decided once, here at the edge, against its clock (docs/semantics.md, section 2).
 *
 * @param clock the clock of the edge
 * @param futureTolerance how far ahead of the clock an event may have occurred
 * @param lateness how far behind; null: as far as it likes, as in imports
 */
public record ArrivalRule(
        Clock clock, Duration futureTolerance, @Nullable Duration lateness) {
    public static final Duration FUTURE_TOLERANCE = Duration.ofMinutes(5);
    public static final Duration LATENESS = Duration.ofDays(7);

    public ArrivalRule {
        if (futureTolerance.isNegative()) {
            throw new IllegalArgumentException("future-tolerance must not be negative, was " + futureTolerance);
        }
        if (lateness != null && lateness.isNegative()) {
            throw new IllegalArgumentException("lateness must not be negative, was " + lateness);
        }
    }

    /** What holds for events that come as they happen. */
    public static ArrivalRule live(Clock clock) {
        return new ArrivalRule(clock, FUTURE_TOLERANCE, LATENESS);
    }

    /** What holds for history: as late as it likes. */
    public static ArrivalRule history(Clock clock) {
        return new ArrivalRule(clock, FUTURE_TOLERANCE, null);
    }

    /** The event, accepted or refused as FUTURE or TOO_LATE. */
    public Parsed check(Event event) {
        Instant now = clock.instant();
        long ahead = event.occurredAt() - now.toEpochMilli();
        if (ahead > futureTolerance.toMillis()) {
            return refused(event, RejectReason.FUTURE, "ahead of", now, futureTolerance);
        }
        if (lateness != null && -ahead > lateness.toMillis()) {
            return refused(event, RejectReason.TOO_LATE, "behind", now, lateness);
        }
        return new Parsed.Accepted(event);
    }

    /** A number that would be about now, were it seconds. */
    private static String perhapsSeconds(long occurredAt, Instant now) {
        return Math.abs(occurredAt - now.getEpochSecond())
                        < Duration.ofDays(3_650).toSeconds()
                ? "; as a number it is epoch milliseconds, these look like seconds"
                : "";
    }

    private static Parsed refused(Event event, RejectReason reason, String side, Instant now, Duration limit) {
        String message = "occurredAt " + Instant.ofEpochMilli(event.occurredAt()) + " is more than "
                + Durations.text(limit) + " " + side + " the clock, " + now.truncatedTo(ChronoUnit.MILLIS)
                + perhapsSeconds(event.occurredAt(), now);
        return new Parsed.Rejected(reason, "/occurredAt", message, event.source(), event.eventId());
    }
}
