package io.journeystream.serve.alerts.subscriptions;

import io.journeystream.alerts.Alert;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What nobody is told of for a while: of alerts that the silence's team owns nobody, of others only the team itself, since
 * no team can make another one deaf.
 *
 * @param match which alerts
 * @param from when it begins
 * @param until when it ends, or the first of its weekly windows does; not part of it
 * @param weekly the windows after the first, at the same time of day each week; null: there is only one
 * @param why for people
 * @param content in YAML
 */
public record Silence(
        String id,
        String team,
        Hearing match,
        Instant from,
        Instant until,
        @Nullable Weekly weekly,
        String why,
        String content)
        implements Entry {

    /**
     * A window that comes back each week.
     *
     * @param ends no window begins then or later
     */
    public record Weekly(ZoneId zone, Instant ends) {}

    @Override
    public Hearing hearing() {
        return match;
    }

    /** Whether a subscription is not told at that moment that an alert fires. */
    public boolean mutes(Subscription subscription, Alert alert, Instant at) {
        boolean concerned = team.equals(alert.getTeam()) || team.equals(subscription.team());
        return concerned && match.hears(alert) && holds(at);
    }

    /** Whether it, or one of its windows, has begun and not ended. */
    public boolean holds(Instant at) {
        if (at.isBefore(from)) {
            return false;
        }
        return at.isBefore(until) || (weekly != null && holdsAgain(weekly, at));
    }

    private boolean holdsAgain(Weekly weekly, Instant at) {
        ZonedDateTime first = from.atZone(weekly.zone());
        ZonedDateTime begin = first.plusWeeks(ChronoUnit.WEEKS.between(first, at.atZone(weekly.zone())));
        Instant end = until.atZone(weekly.zone())
                .plusWeeks(ChronoUnit.WEEKS.between(first, begin))
                .toInstant();
        return begin.toInstant().isBefore(weekly.ends()) && at.isBefore(end);
    }

    /** When it is over for good. */
    public Instant end() {
        return weekly == null || weekly.ends().isBefore(until) ? until : weekly.ends();
    }
}
