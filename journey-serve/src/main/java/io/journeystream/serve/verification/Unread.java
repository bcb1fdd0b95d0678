package io.journeystream.serve.verification;

import io.journeystream.serve.reading.KafkaUnavailable;
import io.journeystream.topics.GroupLag;
import io.journeystream.topics.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits until a group has read what was written when it is asked: before that, what it publishes cannot be whole.
 *
 * @param group of consumers
 * @param topics that it reads
 */
public record Unread(String group, List<? extends Topic<?, ?>> topics) {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    public Unread {
        topics = List.copyOf(topics);
    }

    /**
     * Waits.
     *
     * @param listener told what is waited for
     * @return records that are unread after all that time; 0 if none is
     * @throws KafkaUnavailable if Kafka does not answer or lacks a topic
     */
    public long await(Admin admin, Duration patience, Consumer<String> listener) throws InterruptedException {
        GroupLag lag = new GroupLag(admin, group);
        try {
            Map<TopicPartition, Long> written = lag.written(lag.partitions(topics));
            long end = System.nanoTime() + patience.toNanos();
            long behind = lag.behind(written);
            while (behind > 0 && System.nanoTime() < end) {
                listener.accept("waiting until " + group + " has read " + behind + " more records");
                Thread.sleep(LOOK_AGAIN.toMillis());
                behind = lag.behind(written);
            }
            return behind;
        } catch (KafkaException e) {
            throw new KafkaUnavailable("Kafka does not answer (" + e.getMessage() + "): see whether it runs there", e);
        }
    }
}
