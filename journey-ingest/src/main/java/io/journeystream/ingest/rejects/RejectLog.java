package io.journeystream.ingest.rejects;

import io.journeystream.registry.AvroDecoder;
import io.journeystream.registry.Decoded;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.rejects.Reject;
import io.journeystream.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topic of rejects, read from where Kafka keeps it to its present end; only what is committed. For one thread. */
public final class RejectLog implements AutoCloseable {
    private static final int FETCHED_BYTES = 16 * 1024 * 1024;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final AvroDecoder<Reject> decoder;

    /**
     * @param kafka {@code bootstrap.servers} and further properties of Kafka's consumer, such as security
     */
    public RejectLog(Map<String, ?> kafka, SchemaRegistry registry) {
        this.consumer =
                new KafkaConsumer<>(properties(kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.decoder = new AvroDecoder<>(registry, Reject.class);
    }

    private static Map<String, Object> properties(Map<String, ?> kafka) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCHED_BYTES);
        return properties;
    }

    /** Takes rejects, in the order of each partition. */
    @FunctionalInterface
    public interface Reader {
        void read(StoredReject reject);
    }

    /**
     * Reads all that match.
     *
     * @return how many records are no rejects that this version can read
     * @throws LogUnreadable if Kafka does not answer, or has no such topic
     */
    public long read(RejectFilter filter, Reader reader) {
        List<TopicPartition> partitions = partitions();
        consumer.assign(partitions);
        Beginning.seek(consumer, partitions, filter.since());
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Polling polling = new Polling(consumer);
        long unreadable = 0;
        while (!reached(ends)) {
            for (ConsumerRecord<byte[], byte[]> record : polling.next()) {
                if (record.offset() < ends.getOrDefault(partition(record), 0L)) {
                    unreadable += read(record, filter, reader) ? 0 : 1;
                }
            }
        }
        return unreadable;
    }

    private boolean reached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** False if it cannot be read. */
    private boolean read(ConsumerRecord<byte[], byte[]> record, RejectFilter filter, Reader reader) {
        if (!(found(record) instanceof Found.Stored found)) {
            return false;
        }
        if (filter.matches(found.stored().reject())) {
            reader.read(found.stored());
        }
        return true;
    }

    /**
     * What lies at an address.
     *
     * @throws LogUnreadable if Kafka does not answer, or has no such topic
     */
    public Found at(Address address) {
        TopicPartition partition = new TopicPartition(Topics.REJECTS.name(), address.partition());
        List<TopicPartition> partitions = partitions();
        if (!partitions.contains(partition)) {
            return new Found.Nothing(Topics.REJECTS + " has the partitions 0 to " + (partitions.size() - 1));
        }
        consumer.assign(List.of(partition));
        long begin = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        if (address.offset() < begin || address.offset() >= end) {
            return new Found.Nothing(
                    begin == end
                            ? "partition " + address.partition() + " is empty"
                            : "partition " + address.partition() + " holds the offsets " + begin + " to " + (end - 1));
        }
        consumer.seek(partition, address.offset());
        return at(partition, address.offset());
    }

    private Found at(TopicPartition partition, long offset) {
        Polling polling = new Polling(consumer);
        while (consumer.position(partition) <= offset) {
            for (ConsumerRecord<byte[], byte[]> record : polling.next()) {
                return record.offset() == offset ? found(record) : markOnly();
            }
        }
        return markOnly();
    }

    private static Found markOnly() {
        return new Found.Nothing("it is no record, only the mark of a transaction");
    }

    private Found found(ConsumerRecord<byte[], byte[]> record) {
        Decoded<Reject> decoded = decoder.decode(record.value() == null ? new byte[0] : record.value());
        return decoded instanceof Decoded.Value<Reject> read
                ? new Found.Stored(new StoredReject(new Address(record.partition(), record.offset()), read.value()))
                : new Found.Nothing("its record cannot be read: " + decoded);
    }

    private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private List<TopicPartition> partitions() {
        List<TopicPartition> partitions = described().stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new LogUnreadable("Kafka has no topic " + Topics.REJECTS
                    + ": is this the right one? If so, make the topics with ./journey topics create");
        }
        return partitions;
    }

    private List<PartitionInfo> described() {
        try {
            return consumer.partitionsFor(Topics.REJECTS.name());
        } catch (TimeoutException e) {
            throw new LogUnreadable("Kafka does not answer (" + e.getMessage() + "): see whether it runs there");
        }
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(5)));
    }
}
