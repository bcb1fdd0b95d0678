package io.journeystream.streams.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystream.health.Apart;
import io.journeystream.health.Figure;
import io.journeystream.health.FlowSums;
import io.journeystream.health.Sums;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SumsEncodingTest {
    private final SumsEncoding encoding = new SumsEncoding();

    @Test
    void any_sums_are_read_as_they_were_written() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            Apart<Sums> sums = new Apart<>(sums(random), sums(random));
            Apart<FlowSums> flows = new Apart<>(flowSums(random), flowSums(random));

            assertThat(encoding.cell(encoding.cell(sums))).as("seed %d", seed).isEqualTo(sums);
            assertThat(encoding.flow(encoding.flow(flows))).as("seed %d", seed).isEqualTo(flows);
        }
    }

    @Test
    void what_is_added_as_bytes_is_added() {
        Random random = new Random(1);
        Apart<Sums> sums = new Apart<>(sums(random), sums(random));
        Apart<Sums> difference = new Apart<>(sums(random), sums(random));
        Apart<Sums> both = encoding.cell(encoding.cell(sums));
        both.matured().add(difference.matured());
        both.provisional().add(difference.provisional());

        encoding.add(encoding.cell(difference), sums);

        assertThat(sums).isEqualTo(both);
    }

    @Test
    void what_it_cannot_read_it_refuses() {
        byte[] cell = encoding.cell(new Apart<>(sums(new Random(2)), new Sums()));

        assertThatThrownBy(() -> encoding.cell(Arrays.copyOf(cell, cell.length - 1)))
                .hasMessage("damaged sums");
        cell[0] = 4;
        assertThatThrownBy(() -> encoding.cell(cell)).hasMessage("sums in a format not known here: 2");
    }

    private static Sums sums(Random random) {
        Sums sums = new Sums();
        for (Figure figure : Figure.values()) {
            sums.add(figure, number(random));
        }
        for (int place = 0; place < sums.costSquared().size(); place++) {
            sums.addCostSquared(place, BigInteger.valueOf(number(random)).multiply(BigInteger.valueOf(number(random))));
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            sums.effort().addTo(random.nextInt(3_000), number(random));
            sums.timeToResolution().addTo(random.nextInt(3_000), number(random));
            sums.singleChannelCost().addTo(random.nextInt(3_000), number(random));
        }
        return sums;
    }

    private static FlowSums flowSums(Random random) {
        return new FlowSums(
                number(random), number(random), number(random), number(random), number(random), number(random));
    }

    /** Often 0 or small, now and then as large as can be, of either sign. */
    private static long number(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextInt(300) - 150;
            default -> random.nextLong() >> random.nextInt(Long.SIZE);
        };
    }
}
