package io.journeystream.topics;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes topics that are missing, and refuses to work with topics that would give wrong results. */
public final class TopicSetup {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Admin admin;

    /** The admin client stays the caller's to close. */
    public TopicSetup(Admin admin) {
        this.admin = admin;
    }

    /**
     * Makes the topics that do not exist yet, with their configuration; leaves the others as they are. Returns when all
     * are served.
     *
     * @param partitions of each topic made
     * @param replication copies of each partition; -1 for the brokers' default
     * @throws KafkaException if the brokers cannot be asked or refuse
     */
    public void makeMissing(Collection<? extends Topic<?, ?>> topics, int partitions, short replication) {
        Set<String> present = await(admin.listTopics().names());
        List<NewTopic> missing = topics.stream()
                .filter(topic -> !present.contains(topic.name()))
                .map(topic -> new NewTopic(topic.name(), partitions, replication)
                        .configs(topic.keeping().configuration()))
                .toList();
        admin.createTopics(missing).values().forEach((name, made) -> awaitMade(made));
        awaitServed(topics.stream().map(Topic::name).toList());
    }

    /**
     * A topic is made, and known again after a restart, before brokers serve its partitions. An idempotent producer that
     * writes meanwhile can hang: when its first batch is refused and its second is not, the first is out of order for
     * ever (KAFKA-14359).
     */
    private void awaitServed(List<String> topics) {
        long start = System.nanoTime();
        while (!await(admin.listTopics().names()).containsAll(topics)) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new KafkaException("topics were made but are not to be seen after " + PATIENCE + ": " + topics);
            }
            pause();
        }
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        await(admin.describeTopics(topics).allTopicNames())
                .forEach((name, topic) -> topic.partitions()
                        .forEach(info ->
                                partitions.put(new TopicPartition(name, info.partition()), OffsetSpec.latest())));
        await(admin.listOffsets(partitions).all()); // only a leader at work answers; asked again until it does
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /**
     * Checks what the result of stitching rests on: that all topics exist, those of {@link Topics#PARTITIONED_ALIKE} with
     * equally many partitions, stamped at arrival and cleaned up as declared.
     *
     * @return every problem found, each with what to do about it; empty if all is well
     * @throws KafkaException if the brokers cannot be asked
     */
    public List<String> problems() {
        return problems(ClusterDemands.TOPICS_ALONE);
    }

    /**
     * The same, and what else is demanded of the cluster.
     *
     * @throws KafkaException if the brokers cannot be asked
     */
    public List<String> problems(ClusterDemands demands) {
        Set<String> present = await(admin.listTopics().names());
        List<Topic<?, ?>> existing = new ArrayList<>();
        List<Topic<?, ?>> missing = new ArrayList<>();
        Topics.ALL.forEach(topic -> (present.contains(topic.name()) ? existing : missing).add(topic));
        int transactionVersion = demands.transactionVersion() == 0 ? 0 : transactionVersion();
        return new TopicCheck(missing, found(existing), transactionVersion).problems(demands);
    }

    private int transactionVersion() {
        FinalizedVersionRange finalised = await(admin.describeFeatures().featureMetadata())
                .finalizedFeatures()
                .get("transaction.version");
        return finalised == null ? 0 : finalised.maxVersionLevel();
    }

    private List<FoundTopic> found(List<Topic<?, ?>> topics) {
        var descriptions =
                admin.describeTopics(topics.stream().map(Topic::name).toList()).topicNameValues();
        var configurations = admin.describeConfigs(
                        topics.stream().map(TopicSetup::resource).toList())
                .values();
        return topics.stream()
                .map(topic -> new FoundTopic(
                        topic,
                        await(requireNonNull(descriptions.get(topic.name()))),
                        await(requireNonNull(configurations.get(resource(topic))))))
                .toList();
    }

    private static ConfigResource resource(Topic<?, ?> topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    private static void awaitMade(KafkaFuture<Void> made) {
        try {
            await(made);
        } catch (TopicExistsException e) {
            // another instance was quicker
        }
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
