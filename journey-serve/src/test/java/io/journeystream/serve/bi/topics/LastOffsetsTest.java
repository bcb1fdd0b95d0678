package io.journeystream.serve.bi.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class LastOffsetsTest {
    private static final int RECORDS = 50_000;
    private static final int PARTITIONS = 3;

    @Test
    void of_many_records_it_knows_exactly_the_last_of_each_key_that_has_not_ended() {
        Random random = new Random(11);
        LastOffsets offsets = new LastOffsets(Long.MAX_VALUE);
        Map<String, ConsumerRecord<byte[], byte[]>> last = new HashMap<>();
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        for (int number = 0; number < RECORDS; number++) {
            String key = "j_" + random.nextInt(RECORDS / 3);
            byte[] value = random.nextInt(10) == 0 ? null : new byte[] {1};
            var record = new ConsumerRecord<>(
                    "t",
                    Math.floorMod(key.hashCode(), PARTITIONS),
                    number,
                    key.getBytes(StandardCharsets.UTF_8),
                    value);
            all.add(record);
            offsets.add(record);
            last.put(key, record);
        }
        last.values().removeIf(record -> record.value() == null);

        assertThat(all.stream().filter(offsets::has).map(ConsumerRecord::offset).toList())
                .isEqualTo(last.values().stream()
                        .map(ConsumerRecord::offset)
                        .sorted()
                        .toList());
        assertThat(offsets.standing()).isEqualTo(last.size());
    }

    @Test
    void more_keys_than_memory_allows_are_refused_and_not_more_records() {
        LastOffsets offsets = new LastOffsets(1 << 20);
        for (int number = 0; number < RECORDS; number++) {
            offsets.add(record(number, "k" + number % 1_000));
        }
        assertThat(offsets.standing()).isEqualTo(1_000);

        assertThatThrownBy(() -> {
                    for (int number = 0; number < RECORDS; number++) {
                        offsets.add(record(number, "k" + number));
                    }
                })
                .isInstanceOf(BeyondMeans.class)
                .hasMessageContaining("MB of memory are needed");
    }

    private static ConsumerRecord<byte[], byte[]> record(int number, String key) {
        return new ConsumerRecord<>("t", 0, number, key.getBytes(StandardCharsets.UTF_8), new byte[] {1});
    }
}
