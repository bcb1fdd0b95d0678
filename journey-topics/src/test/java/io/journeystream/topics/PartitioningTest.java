package io.journeystream.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class PartitioningTest {
    @Test
    void aKeyLiesWhereAnyProducerWouldPutIt() {
        long seed = 42;
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            byte[] key = new byte[1 + random.nextInt(40)];
            random.nextBytes(key);
            int partitions = 1 + random.nextInt(64);
            assertThat(Partitioning.of(key, partitions))
                    .as("seed %d, round %d", seed, i)
                    .isEqualTo(BuiltInPartitioner.partitionForKey(key, partitions));
        }
    }

    @Test
    void thePlaceOfAKeyIsTheSameInEveryRelease() {
        assertThat(placeOf("account:a1")).isEqualTo(483);
        assertThat(placeOf("phone:+442071838750")).isEqualTo(42);
    }

    private static int placeOf(String key) {
        return Partitioning.of(key.getBytes(StandardCharsets.UTF_8), 1000);
    }
}
