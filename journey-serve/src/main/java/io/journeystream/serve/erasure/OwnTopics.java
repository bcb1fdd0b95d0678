package io.journeystream.serve.erasure;

import io.journeystream.serve.reading.KafkaUnavailable;
import io.journeystream.topics.GroupLag;
import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** The topics that are ours: those of the contract, the changelogs of streams, and what goes between its steps. */
public final class OwnTopics {
    private final Admin admin;
    private final String applicationId;

    /** @param applicationId of streams, with which the names of its internal topics begin */
    public OwnTopics(Admin admin, String applicationId) {
        this.admin = admin;
        this.applicationId = applicationId;
    }

    /**
     * Those that are there, with how Kafka cares for them.
     *
     * @throws KafkaUnavailable if Kafka does not say
     */
    public List<TopicCare> read() throws InterruptedException {
        Set<String> present = await(admin.listTopics().names());
        Set<String> names = new TreeSet<>();
        Topics.ALL.stream().map(Topic::name).filter(present::contains).forEach(names::add);
        present.stream()
                .filter(name -> name.startsWith(applicationId + "-"))
                .filter(name -> name.endsWith("-changelog") || name.endsWith("-repartition"))
                .forEach(names::add);
        List<TopicCare> cares = new ArrayList<>();
        for (String name : names) {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
            Config config =
                    await(admin.describeConfigs(List.of(resource)).all()).get(resource);
            cares.add(care(name, Objects.requireNonNull(config)));
        }
        return cares;
    }

    /** How far streams has read its topics. */
    public Map<TopicPartition, Long> read(List<TopicCare> topics) {
        boolean routes = topics.stream().anyMatch(TopicCare::isDeletedByStreams);
        return routes ? new GroupLag(admin, applicationId).committed() : Map.of();
    }

    private static TopicCare care(String topic, Config config) {
        String policy = value(config, TopicConfig.CLEANUP_POLICY_CONFIG);
        long retention = Long.parseLong(value(config, TopicConfig.RETENTION_MS_CONFIG));
        boolean deletes = policy.contains(TopicConfig.CLEANUP_POLICY_DELETE) && retention >= 0;
        return new TopicCare(
                topic,
                policy.contains(TopicConfig.CLEANUP_POLICY_COMPACT),
                deletes ? Duration.ofMillis(retention) : null,
                Duration.ofMillis(Long.parseLong(value(config, TopicConfig.SEGMENT_MS_CONFIG))));
    }

    private static String value(Config config, String name) {
        return config.get(name).value();
    }

    private static <T> T await(KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException | KafkaException e) {
            throw new KafkaUnavailable(
                    "Kafka does not say which topics it has (" + e.getMessage() + "): see whether it is well", e);
        }
    }
}
