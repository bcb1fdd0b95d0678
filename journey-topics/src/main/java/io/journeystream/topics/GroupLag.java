package io.journeystream.topics;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * How far a group of consumers has come, by what it has committed. All methods ask the brokers.
 *
 * @param admin stays the caller's to close
 * @param group such as that of the instances of stitching
 */
public record GroupLag(Admin admin, String group) {

    /** Records of these topics that are committed by their producers and not yet by the group; 0 is all read. */
    public long of(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = ends(partitions, IsolationLevel.READ_COMMITTED);
        return behind(ends);
    }

    /** How many records before these offsets the group has not committed yet. */
    public long behind(Map<TopicPartition, Long> offsets) {
        return behind(offsets, committed());
    }

    /** How many records before these offsets lie after those that are committed. */
    public static long behind(Map<TopicPartition, Long> offsets, Map<TopicPartition, Long> committed) {
        return offsets.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - committed.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    /** Offsets of the next records that the group reads; empty if there is no such group. */
    public Map<TopicPartition, Long> committed() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> known =
                await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        known.forEach((partition, offset) -> {
            if (offset != null) {
                offsets.put(partition, offset.offset());
            }
        });
        return offsets;
    }

    /** Where the partitions end now, open transactions included. */
    public Map<TopicPartition, Long> written(Collection<TopicPartition> partitions) {
        return ends(partitions, IsolationLevel.READ_UNCOMMITTED);
    }

    /** Those of partitions that belong to topics a group of Kafka Streams keeps for itself. */
    public static List<TopicPartition> own(String group, Collection<TopicPartition> partitions) {
        return partitions.stream()
                .filter(partition -> partition.topic().startsWith(group + "-"))
                .toList();
    }

    /** All partitions of these topics. */
    public List<TopicPartition> partitions(Collection<? extends Topic<?, ?>> topics) {
        List<String> names = topics.stream().map(Topic::name).toList();
        return await(admin.describeTopics(names).allTopicNames()).values().stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions().size())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .toList();
    }

    private Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
        return await(admin.listOffsets(latest, new ListOffsetsOptions(isolation))
                        .all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    /**
     * What an admin client answers.
     *
     * @throws KafkaException if it does not
     */
    public static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }
}
