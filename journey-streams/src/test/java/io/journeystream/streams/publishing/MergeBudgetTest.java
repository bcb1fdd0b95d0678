package io.journeystream.streams.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MergeBudgetTest {
    private final MergeBudget budget = new MergeBudget();
    private long now;

    private boolean slice(long millis) {
        if (!budget.allows(now, TimeUnit.NANOSECONDS.toMillis(now))) {
            return false;
        }
        long began = now;
        now += TimeUnit.MILLISECONDS.toNanos(millis);
        budget.spent(began, now);
        return true;
    }

    private void pass(long millis) {
        pass(millis, 0);
    }

    /** Time goes by, and a record comes that was appended that long ago. */
    private void pass(long millis, long ago) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
        budget.recordCame(TimeUnit.NANOSECONDS.toMillis(now) - ago);
    }

    private double shareOfMerging(long ago) {
        long merged = 0;
        for (int look = 0; look < 10_000; look++) {
            pass(1, ago);
            merged += slice(10) ? 10 : 0;
        }
        return merged / (double) TimeUnit.NANOSECONDS.toMillis(now);
    }

    @Test
    void while_records_come_merging_takes_no_more_than_half_of_the_time() {
        assertThat(shareOfMerging(0)).isBetween(0.45, 0.52);
    }

    @Test
    void while_records_come_that_have_waited_it_takes_a_fifth() {
        assertThat(shareOfMerging(1_000)).isBetween(0.16, 0.24);
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
