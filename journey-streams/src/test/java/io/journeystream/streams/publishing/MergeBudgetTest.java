package io.journeystream.streams.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MergeBudgetTest {
    private final MergeBudget budget = new MergeBudget();
    private long now;

    private boolean slice(long millis) {
        if (!budget.allows(now)) {
            return false;
        }
        long began = now;
        now += TimeUnit.MILLISECONDS.toNanos(millis);
        budget.spent(began, now);
        return true;
    }

    private void pass(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
        budget.recordCame();
    }

    @Test
    void while_records_come_merging_takes_no_more_than_half_of_the_time() {
        long merged = 0;
        for (int look = 0; look < 10_000; look++) {
            pass(1);
            merged += slice(10) ? 10 : 0;
        }

        assertThat(merged / (double) TimeUnit.NANOSECONDS.toMillis(now)).isBetween(0.45, 0.52);
    }

    @Test
    void it_goes_on_without_a_pause_when_no_record_comes() {
        pass(1);

        for (int look = 0; look < 100; look++) {
            assertThat(slice(10)).isTrue();
        }
    }

    @Test
    void a_record_after_much_merging_does_not_stop_it_for_long() {
        for (int look = 0; look < 1_000; look++) {
            slice(10);
        }

        pass(41);

        assertThat(slice(10)).isTrue();
    }
}
