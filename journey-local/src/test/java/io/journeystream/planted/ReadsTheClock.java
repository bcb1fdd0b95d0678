package io.journeystream.planted;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

final class ReadsTheClock {
    private ReadsTheClock() {}

    static final class Now {
        final Instant now = Instant.now();
    }

    static final class Today {
        final LocalDate today = LocalDate.now(ZoneId.of("UTC"));
    }

    static final class Millis {
        final long now = System.currentTimeMillis();
    }

    static final class Ticking {
        final Clock clock = Clock.systemUTC();
    }

    /** Not planted: this is how it is done. */
    record Given(Clock clock) {
        Instant now() {
            return Instant.now(clock);
        }
    }
}
