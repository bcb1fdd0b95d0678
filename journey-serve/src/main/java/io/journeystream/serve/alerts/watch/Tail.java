package io.journeystream.serve.alerts.watch;

import io.journeystream.serve.reading.CommittedRecords;
import io.journeystream.topics.Topic;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** What comes to a topic, from one look to the next. For one thread. */
final class Tail {
    private final CommittedRecords records;
    private final Topic<?, ?> topic;
    private final long lookBack;
    private Map<TopicPartition, Long> position = Map.of();

    /** @param lookBack how many records of each partition the first look reads at most */
    Tail(CommittedRecords records, Topic<?, ?> topic, long lookBack) {
        this.records = records;
        this.topic = topic;
        this.lookBack = lookBack;
    }

    /** One whose first look begins with what Kafka has taken since some time, wall clock, epoch milliseconds. */
    static Tail since(CommittedRecords records, Topic<?, ?> topic, long time) {
        Tail tail = ofAll(records, topic);
        tail.position = records.since(topic, time);
        return tail;
    }

    /** One whose first look reads all there is. */
    static Tail ofAll(CommittedRecords records, Topic<?, ?> topic) {
        return new Tail(records, topic, Long.MAX_VALUE);
    }

    /**
     * Reads what has come since the last look.
     *
     * @return whether there may have been anything
     * @throws io.journeystream.serve.reading.KafkaUnavailable if Kafka does not answer, or has no such topic
     */
    boolean read(CommittedRecords.Reader<RuntimeException> reader) {
        Map<TopicPartition, Long> ends = records.ends(topic);
        if (ends.equals(position)) {
            return false;
        }
        records.read(from(ends), ends, reader);
        position = ends;
        return true;
    }

    private Map<TopicPartition, Long> from(Map<TopicPartition, Long> ends) {
        if (!position.isEmpty() || lookBack == Long.MAX_VALUE) {
            return position;
        }
        Map<TopicPartition, Long> from = new HashMap<>();
        ends.forEach((partition, end) -> from.put(partition, Math.max(0, end - lookBack)));
        return from;
    }
}
