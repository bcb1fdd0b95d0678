package io.journeystream.local.alerts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Moments and numbers as tables show them; what does not exist is a dash. */
final class Moments {
    private static final int TO_THE_MINUTE = 16;
    private static final int TO_THE_SECOND = 19;
    private static final double THOUSAND = 1000;

    private Moments() {}

    static String minute(@Nullable Instant instant) {
        return cut(instant, TO_THE_MINUTE);
    }

    static String second(@Nullable Instant instant) {
        return cut(instant, TO_THE_SECOND);
    }

    /** An instant without seconds is written without them. */
    private static String cut(@Nullable Instant instant, int length) {
        if (instant == null) {
            return "-";
        }
        String text = instant.toString().replace('T', ' ').replace("Z", "");
        return text.length() > length ? text.substring(0, length) : text;
    }

    static String number(@Nullable Double number) {
        return number == null ? "-" : String.valueOf(Math.round(number * THOUSAND) / THOUSAND);
    }
}
