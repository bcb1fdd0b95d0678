package io.journeystream.serve.bi.sink;

import static java.util.stream.Collectors.toMap;

import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.bi.feeds.Feeds;
import io.journeystream.serve.bi.feeds.Surroundings;
import io.journeystream.serve.bi.schema.DatabaseRefused;
import io.journeystream.serve.reading.KafkaUnavailable;
import io.journeystream.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads all topics of the star, only what is committed, from where the database is on. For one thread. */
final class TopicReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_AT_ONCE = 5_000;
    /** Of a batch of records that are larger than most. */
    private static final long MOST_BYTES = 64L << 20;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final SinkSettings settings;
    private final Surroundings surroundings;
    private final Map<String, Pending<?>> pending = new HashMap<>();
    private List<TopicPartition> facts = List.of();

    /**
     * Begins.
     *
     * @param from next offset of each partition of the facts
     */
    TopicReader(SinkSettings settings, SchemaRegistry registry, Map<TopicPartition, Long> from) {
        this.settings = settings;
        this.surroundings = new Surroundings(registry);
        Map<String, Object> properties = new HashMap<>(settings.kafka().consumer());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Math.min(MOST_AT_ONCE, settings.batchRecords()));
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            begin(registry, from);
        } catch (RuntimeException e) {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
            throw e;
        }
    }

    private void begin(SchemaRegistry registry, Map<TopicPartition, Long> from) {
        Feeds.ALL.forEach(feed -> pending.put(feed.topic().name(), new Pending<>(feed, registry)));
        List<TopicPartition> definitions = partitions(Topics.DEFINITIONS.name());
        List<TopicPartition> ticks = partitions(Topics.CLOCK.name());
        facts = Feeds.ALL.stream()
                .flatMap(feed -> partitions(feed.topic().name()).stream())
                .toList();
        hear(definitions);
        List<TopicPartition> all = new ArrayList<>(facts);
        all.addAll(definitions);
        all.addAll(ticks);
        Map<TopicPartition, Long> heard = definitions.stream().collect(toMap(each -> each, consumer::position));
        consumer.assign(all);
        seek(from);
        heard.forEach(consumer::seek);
        Map<TopicPartition, Long> first = consumer.beginningOffsets(ticks);
        consumer.endOffsets(ticks)
                .forEach((partition, end) -> consumer.seek(
                        partition, Math.max(first.getOrDefault(partition, 0L), end - Surroundings.LAST_TICKS)));
    }

    /** All definitions that are there before the first fact is: what it names is theirs. */
    private void hear(List<TopicPartition> definitions) {
        consumer.assign(definitions);
        consumer.seekToBeginning(definitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(definitions);
        long begun = System.nanoTime();
        while (definitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new KafkaUnavailable("Kafka does not give the definitions: see whether it runs there");
            }
            consumer.poll(POLL).forEach(surroundings::hear);
        }
    }

    private void seek(Map<TopicPartition, Long> from) {
        Map<TopicPartition, Long> first = consumer.beginningOffsets(facts);
        Map<TopicPartition, Long> ends = consumer.endOffsets(facts);
        for (TopicPartition partition : facts) {
            long begin = first.getOrDefault(partition, 0L);
            long end = ends.getOrDefault(partition, Long.MAX_VALUE);
            long next = from.getOrDefault(partition, begin);
            if (next > end) {
                throw new DatabaseRefused("the database has read " + partition + " up to offset " + next
                        + ", but it ends at " + end + ": Kafka has lost what it had. " + Sources.START_OVER);
            }
            if (next < begin) {
                LOG.warn(
                        "{} begins at offset {} now: {} records have gone before they were read",
                        partition,
                        begin,
                        begin - next);
            }
            consumer.seek(partition, Math.max(next, begin));
        }
    }

    private List<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** What has come: until it is much, or a while after the first record, or a while without any. */
    Batch read() {
        long begun = System.nanoTime();
        while (size() < settings.batchRecords()
                && pending.values().stream().mapToLong(Pending::bytes).sum() < MOST_BYTES
                && System.nanoTime() - begun < settings.linger().toNanos()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (Surroundings.hears(record.topic())) {
                    surroundings.hear(record);
                } else {
                    Objects.requireNonNull(pending.get(record.topic())).add(record);
                }
            }
        }
        return batch();
    }

    private int size() {
        return pending.values().stream().mapToInt(Pending::size).sum();
    }

    /** Asked for each batch: that nothing comes may mean that Kafka is away. */
    private Map<TopicPartition, Long> ends() {
        try {
            return consumer.endOffsets(facts);
        } catch (TimeoutException e) {
            throw new KafkaUnavailable("Kafka does not answer: see whether it runs there", e);
        }
    }

    private Batch batch() {
        Batch batch = new Batch();
        Map<TopicPartition, Long> ends = ends();
        Map<String, Long> lags = new HashMap<>();
        for (TopicPartition partition : facts) {
            long next = consumer.position(partition);
            batch.read(partition, next);
            lags.merge(partition.topic(), Math.max(0, ends.getOrDefault(partition, next) - next), Long::sum);
        }
        for (Pending<?> each : pending.values()) {
            batch.state(each.topic(), new Batch.TopicState(lags.getOrDefault(each.topic(), 0L), each.lastRecord()));
            each.into(batch);
        }
        batch.watermark(surroundings.watermark());
        batch.define(surroundings.news());
        return batch;
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(3)));
    }
}
