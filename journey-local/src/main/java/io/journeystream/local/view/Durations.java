package io.journeystream.local.view;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Spans of time as people read them, in their two largest units; what does not exist is a dash. */
public final class Durations {
    private static final long MILLIS = 1_000;
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Durations() {}

    /** {@code 3 d 04 h}, {@code 2 h 05 min}, {@code 4 min 10 s}, {@code 12 s}; rounded to seconds. */
    public static String text(@Nullable Double millis) {
        if (millis == null) {
            return "-";
        }
        long seconds = Math.round(millis / MILLIS);
        if (seconds >= DAY) {
            return two("%d d %02d h", seconds, DAY, HOUR);
        }
        if (seconds >= HOUR) {
            return two("%d h %02d min", seconds, HOUR, MINUTE);
        }
        return seconds >= MINUTE ? two("%d min %02d s", seconds, MINUTE, 1) : seconds + " s";
    }

    private static String two(String format, long seconds, long large, long small) {
        return String.format(Locale.ROOT, format, seconds / large, seconds % large / small);
    }
}
