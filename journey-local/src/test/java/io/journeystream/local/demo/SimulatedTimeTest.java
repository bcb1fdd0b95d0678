package io.journeystream.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SimulatedTimeTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant START = NOW.minus(Duration.ofDays(100));
    private static final double DAY_A_SECOND = 86_400;

    private final Watch real = new Watch();

    @Test
    void it_runs_faster_than_real_time() {
        SimulatedTime time = new SimulatedTime(real, START, DAY_A_SECOND);
        real.passes(Duration.ofMillis(100));

        assertThat(time.advance(false)).isEqualTo(START.plus(Duration.ofMinutes(144)));
    }

    @Test
    void it_stands_still_while_it_waits_and_then_does_not_hurry() {
        SimulatedTime time = new SimulatedTime(real, START, DAY_A_SECOND);
        real.passes(Duration.ofSeconds(5));
        assertThat(time.advance(true)).isEqualTo(START);
        real.passes(Duration.ofMillis(100));

        assertThat(time.advance(false)).isEqualTo(START.plus(Duration.ofMinutes(144)));
    }

    @Test
    void it_never_passes_real_time() {
        SimulatedTime time = new SimulatedTime(real, NOW.minusSeconds(10), DAY_A_SECOND);
        real.passes(Duration.ofMillis(200));

        assertThat(time.advance(false)).isEqualTo(real.instant());
    }

    /** A clock that goes when it is told to. */
    private static final class Watch extends Clock {
        private Instant now = NOW;

        void passes(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
