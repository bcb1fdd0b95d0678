package io.journeystream.streams;

import io.journeystream.topics.GroupLag;
import io.journeystream.topics.Topics;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what has been read from the routing topic, which Kafka itself keeps for ever. */
final class RoutingCleaner implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RoutingCleaner.class);

    private final Admin admin;
    private final GroupLag lag;

    RoutingCleaner(Admin admin, GroupLag lag) {
        this.admin = admin;
        this.lag = lag;
    }

    /** A failure costs nothing but space: the next run makes up for it. */
    @Override
    public void run() {
        try {
            Map<TopicPartition, RecordsToDelete> read = lag.committed().entrySet().stream()
                    .filter(entry -> entry.getKey().topic().equals(Topics.ROUTING.name()))
                    .filter(entry -> entry.getValue() > 0)
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> RecordsToDelete.beforeOffset(entry.getValue())));
            if (!read.isEmpty()) {
                GroupLag.await(admin.deleteRecords(read).all());
            }
        } catch (KafkaException e) {
            LOG.debug("routed records are deleted later", e);
        }
    }
}
