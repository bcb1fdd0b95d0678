package io.journeystream.local.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairCountsTest {
    private record Thing(String truth, String found) {}

    @Test
    void rates_are_over_pairs() {
        PairCounts pairs =
                counts(new Thing("ann", "x"), new Thing("ann", "x"), new Thing("ann", "y"), new Thing("bob", "y"));

        assertThat(pairs).isEqualTo(new PairCounts(3, 2, 1));
        assertThat(pairs.precision()).isEqualTo(0.5);
        assertThat(pairs.recall()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(pairs.f1()).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void without_pairs_there_are_no_rates() {
        PairCounts pairs = counts(new Thing("ann", "x"));

        assertThat(pairs.precision()).isNull();
        assertThat(pairs.recall()).isNull();
        assertThat(pairs.f1()).isNull();
    }

    @Test
    void more_right_pairs_than_found_are_refused() {
        assertThatThrownBy(() -> new PairCounts(5, 1, 2)).hasMessageContaining("was 2 of 5 and 1");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void counting_groups_gives_what_counting_pairs_gives(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Thing> things = IntStream.range(0, 200)
                .mapToObj(i -> new Thing("p" + random.nextInt(20), "c" + random.nextInt(25)))
                .toList();
        BiPredicate<Thing, Thing> belong = (a, b) -> a.truth().equals(b.truth());
        BiPredicate<Thing, Thing> found = (a, b) -> a.found().equals(b.found());

        assertThat(PairCounts.of(things, Thing::truth, Thing::found))
                .isEqualTo(new PairCounts(
                        oneByOne(things, belong), oneByOne(things, found), oneByOne(things, belong.and(found))));
    }

    private static long oneByOne(List<Thing> things, BiPredicate<Thing, Thing> condition) {
        return IntStream.range(0, things.size())
                .mapToLong(i -> IntStream.range(0, i)
                        .filter(j -> condition.test(things.get(i), things.get(j)))
                        .count())
                .sum();
    }

    private static PairCounts counts(Thing... things) {
        return PairCounts.of(List.of(things), Thing::truth, Thing::found);
    }
}
