package io.journeystream.serve.alerts.watch;

import io.journeystream.topics.GroupLag;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/** Asks the brokers, for what groups have committed once a look. For one thread. */
final class GroupProgress implements Progress, AutoCloseable {
    private final Admin admin;
    private final Map<PipelineStep, Collection<TopicPartition>> partitions = new HashMap<>();
    private final Map<String, Map<TopicPartition, Long>> committed = new HashMap<>();

    /** @param admin properties of an admin client */
    GroupProgress(Map<String, Object> admin) {
        this.admin = Admin.create(admin);
    }

    /** Groups may have gone on since the last look. */
    void lookAgain() {
        committed.clear();
    }

    @Override
    public Map<TopicPartition, Long> written(PipelineStep step) {
        GroupLag lag = new GroupLag(admin, step.group());
        return lag.written(
                step.topics().isEmpty()
                        ? GroupLag.own(step.group(), committed(step.group()).keySet())
                        : partitions.computeIfAbsent(step, each -> lag.partitions(each.topics())));
    }

    @Override
    public boolean hasRead(PipelineStep step, Map<TopicPartition, Long> offsets) {
        return GroupLag.behind(offsets, committed(step.group())) == 0;
    }

    private Map<TopicPartition, Long> committed(String group) {
        return committed.computeIfAbsent(group, each -> new GroupLag(admin, each).committed());
    }

    @Override
    public void close() {
        admin.close();
    }
}
