package io.journeystream.streams.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private static final long SECOND = 1_000;

    private long nanos;
    private int pieces;
    private int done;

    private final Rhythm rhythm = new Rhythm(Duration.ofSeconds(1), Duration.ofSeconds(10), () -> nanos);

    @Test
    void what_comes_after_a_while_is_worked_off_at_once_and_then_at_most_once_an_interval() {
        comes(3);
        assertThat(asked(0)).isTrue();
        assertThat(done).isEqualTo(3);

        comes(1);
        assertThat(asked(500)).isFalse();
        assertThat(asked(SECOND)).isTrue();
        assertThat(done).isEqualTo(4);
    }

    @Test
    void a_piece_at_least_and_then_as_many_as_fit_in_a_slice() {
        comes(100);

        assertThat(asked(0, Duration.ofMillis(20))).isTrue();
        assertThat(done).isEqualTo(3);
        assertThat(asked(50, Duration.ofMillis(80))).isTrue();
        assertThat(done).isEqualTo(4);
    }

    @Test
    void while_more_comes_all_the_time_it_pauses_a_hundred_times_as_long_as_it_worked() {
        comes(4);
        asked(0, Duration.ofMillis(20));
        asked(50, Duration.ofMillis(20));
        assertThat(done).isEqualTo(4);

        assertThat(firstWorkWhileMoreComes(50)).isEqualTo(50 + 8 * SECOND);
    }

    @Test
    void but_not_longer_than_it_may() {
        comes(1);
        asked(0, Duration.ofMinutes(1));
        asked(50);

        assertThat(firstWorkWhileMoreComes(50)).isEqualTo(50 + 10 * SECOND);
    }

    @Test
    void once_nothing_more_comes_it_pauses_no_longer() {
        comes(1);
        asked(0, Duration.ofMinutes(1));
        asked(50);

        comes(1);
        assertThat(asked(2 * SECOND)).isFalse();
        assertThat(asked(3 * SECOND - 50)).isFalse();
        assertThat(asked(3 * SECOND)).isTrue();
    }

    private long firstWorkWhileMoreComes(long from) {
        for (long now = from + 50; now < from + 60 * SECOND; now += 50) {
            comes(1);
            if (asked(now)) {
                return now;
            }
        }
        throw new AssertionError("it never worked");
    }

    private void comes(int number) {
        pieces += number;
        rhythm.heard();
    }

    private boolean asked(long now) {
        return asked(now, Duration.ZERO);
    }

    private boolean asked(long now, Duration each) {
        return rhythm.work(now, () -> {
            if (pieces == 0) {
                return false;
            }
            pieces--;
            done++;
            nanos += each.toNanos();
            return true;
        });
    }
}
