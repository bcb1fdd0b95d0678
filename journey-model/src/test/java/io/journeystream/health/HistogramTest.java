package io.journeystream.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistogramTest {
    private static final double ERROR = 0.01;

    @Test
    void a_single_value_of_any_size_is_told_within_a_hundredth() {
        Random random = new Random(1);
        for (int i = 0; i < 50_000; i++) {
            long value = random.nextLong() >>> (1 + random.nextInt(63));
            Histogram histogram = new Histogram();
            histogram.add(value, 1);
            assertThat(histogram.quantile(0.5)).as("of %d", value).isCloseTo((double) value, within(ERROR * value));
        }
    }

    @Test
    void small_whole_numbers_are_exact() {
        for (long value = 0; value <= 100; value++) {
            Histogram histogram = new Histogram();
            histogram.add(value, 1);
            assertThat(histogram.quantile(1)).isCloseTo((double) value, within(value <= 50 ? 0.0 : ERROR * value));
        }
    }

    @Test
    void quantiles_are_those_of_the_sorted_values_within_a_hundredth() {
        Random random = new Random(2);
        for (int run = 0; run < 200; run++) {
            List<Long> values = new ArrayList<>();
            Histogram histogram = new Histogram();
            for (int i = random.nextInt(200); i >= 0; i--) {
                long value = (long) Math.exp(random.nextDouble() * 25);
                values.add(value);
                histogram.add(value, 1);
            }
            Collections.sort(values);
            for (double share : new double[] {0.01, 0.25, 0.5, 0.9, 1}) {
                long exact = values.get((int) Math.max(1, Math.ceil(share * values.size())) - 1);
                assertThat(histogram.quantile(share))
                        .as("run %d", run)
                        .isCloseTo((double) exact, within(ERROR * exact));
            }
        }
    }

    @Test
    void what_was_added_can_be_taken_away_in_any_order_and_leaves_nothing() {
        Random random = new Random(3);
        List<Long> values = random.longs(1_000, 0, 1L << 40).boxed().toList();
        Histogram histogram = new Histogram();
        values.forEach(value -> histogram.add(value, 1));
        List<Long> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        shuffled.forEach(value -> histogram.add(value, -1));
        assertThat(histogram.isEmpty()).isTrue();
        assertThat(histogram.quantile(0.5)).isNull();
    }

    @Test
    void the_buckets_told_hold_the_values_up_to_their_bound() {
        Histogram histogram = new Histogram();
        List.of(0L, 7L, 1_000L, 1_001L, 2_000_000L).forEach(value -> histogram.add(value, 1));
        List<Bucket> buckets = histogram.buckets();
        assertThat(buckets).extracting(Bucket::getCount).containsExactly(1L, 1L, 2L, 1L);
        assertThat(buckets).extracting(Bucket::getUpTo).isSorted().first().isEqualTo(0L);
        assertThat(buckets.get(2).getUpTo()).isBetween(1_001L, 1_020L);
    }
}
