package io.journeystream.serve.alerts.wording;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them, in UTC, which is said. */
final class Times {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int DAY = 24;

    private Times() {}

    /** {@code 2026-01-05 09:00 UTC} */
    static String say(Instant at) {
        return MINUTE.format(at) + " UTC";
    }

    /** {@code 2 h to 2026-01-05 11:00 UTC} */
    static String say(Instant from, Instant to) {
        return say(Duration.between(from, to)) + " to " + say(to);
    }

    private static String say(Duration length) {
        long hours = length.toHours();
        if (hours == 0) {
            return length.toMinutes() + " min";
        }
        return hours > DAY && hours % DAY == 0 ? length.toDays() + " days" : hours + " h";
    }
}
