package io.journeystream.stories;

import java.time.Duration;
import java.time.Instant;

/** Instants of a story, from the moment at which all stories begin. */
public final class Times {
    private static final Instant BEGINNING = Instant.parse("2026-01-05T09:00:00Z");

    private Times() {}

    /** So many minutes after the beginning. */
    public static Instant at(long minutes) {
        return at(minutes(minutes));
    }

    public static Instant at(Duration sinceBeginning) {
        return BEGINNING.plus(sinceBeginning);
    }

    public static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    public static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }

    public static Duration hours(long hours) {
        return Duration.ofHours(hours);
    }

    public static Duration days(long days) {
        return Duration.ofDays(days);
    }
}
