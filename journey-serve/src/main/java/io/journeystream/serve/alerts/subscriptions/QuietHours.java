package io.journeystream.serve.alerts.subscriptions;

import io.journeystream.alerts.Severity;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When nobody wants to be told anything.
 *
 * @param from time of day at which they begin
 * @param to at which they end, on the next day if it is not after {@code from}
 * @param days on which they begin; none: every day
 * @param except alerts at least as severe are told nevertheless; null: none
 */
public record QuietHours(
        LocalTime from,
        LocalTime to,
        ZoneId zone,
        Set<DayOfWeek> days,
        @Nullable Severity except) {

    public QuietHours {
        days = Set.copyOf(days);
    }

    /** Whether an alert of that severity has to wait at that moment. */
    public boolean hold(Severity severity, Instant at) {
        return (except == null || severity.compareTo(except) < 0) && isIn(at.atZone(zone));
    }

    private boolean isIn(ZonedDateTime at) {
        LocalTime time = at.toLocalTime();
        boolean sinceToday = !time.isBefore(from) && begins(at.getDayOfWeek());
        if (from.isBefore(to)) {
            return sinceToday && time.isBefore(to);
        }
        return sinceToday || (time.isBefore(to) && begins(at.getDayOfWeek().minus(1)));
    }

    private boolean begins(DayOfWeek day) {
        return days.isEmpty() || days.contains(day);
    }
}
