package io.journeystream.streams;

import io.journeystream.topics.GroupLag;
import io.journeystream.topics.TopicSetup;
import io.journeystream.topics.Topics;
import java.util.List;
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
    static List<TopicPartition> of(Admin admin, GroupLag lag) {
        List<String> problems = new TopicSetup(admin).problems();
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("\n", problems));
        }
        return lag.partitions(Topics.PARTITIONED_ALIKE);
    }
}
