package io.journeystream.serve.bi.star;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Day and hour of a time in UTC. */
final class Days {
    private Days() {}

    static LocalDate dateOf(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    static Integer hourOf(Instant time) {
        return time.atOffset(ZoneOffset.UTC).getHour();
    }
}
