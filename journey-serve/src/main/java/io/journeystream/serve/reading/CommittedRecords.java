package io.journeystream.serve.reading;

import io.journeystream.topics.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic once, from a given place to its present end; only what is committed. For one thread. */
public final class CommittedRecords implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    /** A fetch beyond the end holds up the next topic for as long as this; with Kafka's 500 ms many small ones took seconds. */
    private static final int FETCH_MILLIS = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String servers;
    private Runnable between = () -> {};

    /** Where Kafka needs nothing but its address. */
    public CommittedRecords(String bootstrapServers) {
        this(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** @param kafka {@code bootstrap.servers} and further properties of Kafka's consumer, such as security */
    public CommittedRecords(Map<String, ?> kafka) {
        this.servers = String.valueOf(kafka.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG));
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_MILLIS);
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** From now on this is done now and then while reading lasts, for whoever must not be silent for so long. */
    public CommittedRecords meanwhile(Runnable work) {
        this.between = work;
        return this;
    }

    /** Takes the records, in the order of each partition. */
    @FunctionalInterface
    public interface Reader<E extends Exception> {
        void read(ConsumerRecord<byte[], byte[]> record) throws E;
    }

    /**
     * Where each partition of a topic ends now.
     *
     * @throws KafkaUnavailable if Kafka does not answer, or has no such topic
     */
    public Map<TopicPartition, Long> ends(Topic<?, ?> topic) {
        return ends(topic.name());
    }

    /** The same of a topic by its name, such as a changelog. */
    public Map<TopicPartition, Long> ends(String topic) {
        return answered(() -> new HashMap<>(consumer.endOffsets(partitions(topic))));
    }

    /**
     * Where what Kafka has taken since some time begins in each partition.
     *
     * @param time wall clock, epoch milliseconds
     */
    public Map<TopicPartition, Long> since(Topic<?, ?> topic, long time) {
        return answered(() -> {
            Map<TopicPartition, Long> places = ends(topic);
            Map<TopicPartition, Long> times = new HashMap<>();
            places.keySet().forEach(partition -> times.put(partition, time));
            consumer.offsetsForTimes(times).forEach((partition, found) -> {
                if (found != null) {
                    places.put(partition, found.offset());
                }
            });
            return places;
        });
    }

    /** From where on each partition of a topic has at most so many records. */
    public Map<TopicPartition, Long> last(Topic<?, ?> topic, long records) {
        return answered(() -> {
            Map<TopicPartition, Long> places = ends(topic);
            Map<TopicPartition, Long> first = consumer.beginningOffsets(places.keySet());
            places.replaceAll((partition, end) -> Math.max(first.getOrDefault(partition, 0L), end - records));
            return places;
        });
    }

    /** Every record of a topic from those places on; from the beginning for partitions that have none. */
    public <E extends Exception> void read(Topic<?, ?> topic, Map<TopicPartition, Long> from, Reader<E> reader)
            throws E {
        read(from, ends(topic), reader);
    }

    /**
     * Every record from the ones to the other places.
     *
     * @param from partitions that are missing here are read from their beginning
     * @param ends of all partitions that are to be read
     * @throws KafkaUnavailable if Kafka sends nothing any more although there is more
     */
    public <E extends Exception> void read(
            Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends, Reader<E> reader) throws E {
        consumer.assign(ends.keySet());
        consumer.seekToBeginning(ends.keySet());
        from.forEach(consumer::seek);
        long heard = System.nanoTime();
        while (!reached(ends)) {
            ConsumerRecords<byte[], byte[]> records = poll();
            between.run();
            for (ConsumerRecord<byte[], byte[]> record : records) {
                if (record.offset() < ends.getOrDefault(partition(record), 0L)) {
                    reader.read(record);
                }
            }
            heard = records.isEmpty() ? heard : System.nanoTime();
            refuseSilence(heard);
        }
    }

    private ConsumerRecords<byte[], byte[]> poll() {
        try {
            return consumer.poll(POLL);
        } catch (OffsetOutOfRangeException e) {
            e.offsetOutOfRangePartitions().forEach(this::goOnAfterThoseThatLeft);
            return ConsumerRecords.empty();
        }
    }

    /** Records may have grown too old while others were read; but none that are yet to come may be missing. */
    private void goOnAfterThoseThatLeft(TopicPartition partition, long wanted) {
        long first =
                answered(() -> consumer.beginningOffsets(List.of(partition))).getOrDefault(partition, 0L);
        if (wanted > first) {
            throw new KafkaUnavailable("Kafka has lost records of " + partition + " before offset " + wanted
                    + " while they were read: see whether its brokers are well, and try again");
        }
        consumer.seek(partition, first);
    }

    private static void refuseSilence(long heard) {
        if (System.nanoTime() - heard > PATIENCE.toNanos()) {
            throw new KafkaUnavailable("Kafka has sent nothing for " + PATIENCE.toSeconds()
                    + " s although there are records left to read: see whether its brokers are well, and try again");
        }
    }

    private boolean reached(Map<TopicPartition, Long> ends) {
        return answered(
                () -> ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue()));
    }

    private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private List<TopicPartition> partitions(String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaUnavailable("Kafka has no topic " + topic
                    + ": is this the right one? If so, make the topics with ./journey topics create");
        }
        return partitions;
    }

    private <T> T answered(Supplier<T> question) {
        try {
            return question.get();
        } catch (TimeoutException e) {
            throw new KafkaUnavailable(
                    "Kafka at " + servers + " does not answer (" + e.getMessage() + "): see whether it runs there", e);
        }
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(5)));
    }
}
