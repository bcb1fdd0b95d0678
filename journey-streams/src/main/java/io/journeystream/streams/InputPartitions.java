package io.journeystream.streams;

import io.journeystream.topics.Topic;
import io.journeystream.topics.TopicSetup;
import io.journeystream.topics.Topics;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/** All that stitching reads, once it is known to be fit for it. */
final class InputPartitions {
    private InputPartitions() {}

    /**
     * Partitions of all input topics, equally many of each.
     *
     * @throws IllegalStateException if topics are missing or unfit; the message says all that is wrong and what to do
     */
    static List<TopicPartition> of(Admin admin) {
        List<String> problems = new TopicSetup(admin).problems();
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("\n", problems));
        }
        List<String> topics = Topics.PARTITIONED_ALIKE.stream().map(Topic::name).toList();
        return Lag.await(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions().size())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .toList();
    }
}
