package io.journeystream.serve.alerts.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class EventTimeTest {
    private static final long NINE = Instant.parse("2026-03-02T09:00:00Z").toEpochMilli();
    private static final long TEN = NINE + 3_600_000;
    private static final TopicPartition EVENTS = new TopicPartition("events", 0);
    private static final TopicPartition DIFFERENCES = new TopicPartition("differences", 0);

    private final Groups groups = new Groups();
    private final EventTime time = new EventTime(
            List.of(
                    new PipelineStep("stitching", List.of(Topics.CHANNEL_EVENTS), Duration.ZERO),
                    new PipelineStep("health", List.of(), Duration.ofSeconds(10))),
            groups);

    /** Both groups read one partition each. */
    private static final class Groups implements Progress {
        private final Map<TopicPartition, Long> ends = new HashMap<>(Map.of(EVENTS, 0L, DIFFERENCES, 0L));
        private final Map<TopicPartition, Long> read = new HashMap<>(Map.of(EVENTS, 0L, DIFFERENCES, 0L));

        @Override
        public Map<TopicPartition, Long> written(PipelineStep step) {
            TopicPartition partition = step.topics().isEmpty() ? DIFFERENCES : EVENTS;
            return Map.of(partition, ends.get(partition));
        }

        @Override
        public boolean hasRead(PipelineStep step, Map<TopicPartition, Long> offsets) {
            return offsets.entrySet().stream().allMatch(end -> read.getOrDefault(end.getKey(), 0L) >= end.getValue());
        }
    }

    @Test
    void nothing_is_settled_before_anything_was_heard() {
        assertThat(time.settled(0)).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void an_hour_waits_until_each_group_has_read_what_was_there_and_the_last_has_let_it_go() {
        groups.ends.put(EVENTS, 100L);
        time.heard(NINE);

        assertThat(time.settled(0)).isEqualTo(Long.MIN_VALUE);
        groups.ends.put(EVENTS, 200L); // of later hours
        groups.ends.put(DIFFERENCES, 50L);
        groups.read.put(EVENTS, 100L);
        assertThat(time.settled(60_000)).isEqualTo(Long.MIN_VALUE);
        groups.read.put(DIFFERENCES, 50L);
        assertThat(time.settled(70_000)).isEqualTo(Long.MIN_VALUE);
        assertThat(time.settled(79_999)).isEqualTo(Long.MIN_VALUE);
        assertThat(time.settled(80_000)).isEqualTo(NINE);
    }

    @Test
    void hours_are_on_their_way_at_the_same_time() {
        time.heard(NINE);
        assertThat(time.settled(0)).isEqualTo(Long.MIN_VALUE);
        groups.ends.put(EVENTS, 10L);
        time.heard(TEN);
        assertThat(time.settled(1_000)).isEqualTo(Long.MIN_VALUE);
        groups.read.put(EVENTS, 10L);
        assertThat(time.settled(2_000)).isEqualTo(Long.MIN_VALUE);

        assertThat(time.settled(10_000)).isEqualTo(NINE);
        assertThat(time.settled(11_999)).isEqualTo(NINE);
        assertThat(time.settled(12_000)).isEqualTo(TEN);
    }

    @Test
    void when_a_group_stands_still_however_many_hours_end_the_first_of_them_still_arrives_first() {
        groups.ends.put(EVENTS, 1L);
        for (int hour = 0; hour < 1_000; hour++) {
            time.heard(NINE + hour * 3_600_000L);
            assertThat(time.settled(hour)).isEqualTo(Long.MIN_VALUE);
        }
        groups.read.put(EVENTS, 1L);

        assertThat(time.settled(2_000)).isEqualTo(Long.MIN_VALUE);
        assertThat(time.settled(12_000)).isEqualTo(NINE + 999 * 3_600_000L);
    }

    @Test
    void a_group_that_does_not_come_on_is_named() {
        groups.ends.put(EVENTS, 1L);
        time.heard(NINE);
        assertThat(time.settled(0)).isEqualTo(Long.MIN_VALUE);

        assertThat(time.waitsFor(60_000)).isEmpty();
        assertThat(time.waitsFor(120_000)).contains("stitching");

        groups.read.put(EVENTS, 1L);
        assertThat(time.settled(121_000)).isEqualTo(Long.MIN_VALUE);
        assertThat(time.waitsFor(300_000)).isEmpty(); // health holds it back, and is allowed to
    }

    @Test
    void time_does_not_go_back() {
        time.heard(TEN);
        time.heard(NINE);
        assertThat(time.settled(0)).isEqualTo(Long.MIN_VALUE);

        assertThat(time.settled(10_000)).isEqualTo(TEN);
    }
}
