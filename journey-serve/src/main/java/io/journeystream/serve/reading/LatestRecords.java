package io.journeystream.serve.reading;

import io.journeystream.registry.AvroDecoder;
import io.journeystream.registry.Decoded;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The last record of each key of a compacted topic, without keys that have ended. Nothing is read twice: each refresh
 * goes on where the one before ended. For one thread.
 */
public final class LatestRecords<V extends SpecificRecord> implements AutoCloseable {
    private final CommittedRecords records;
    private final Topic<String, V> topic;
    private final AvroDecoder<V> decoder;
    private final Predicate<String> wanted;
    private final Consumer<String> listener;
    private final Map<String, V> latest = new HashMap<>();
    private Map<TopicPartition, Long> position = Map.of();
    private final Set<String> unreadable = new HashSet<>();
    private @Nullable Consumer<String> complaints;

    /**
     * Reads nothing yet.
     *
     * @param kafka {@code bootstrap.servers} and further properties of Kafka's consumer
     * @param wanted keys whose records are kept; asked once for each record, tombstones too
     * @param listener told how far the first refresh is while it takes long
     */
    public LatestRecords(
            Map<String, ?> kafka,
            SchemaRegistry registry,
            Topic<String, V> topic,
            Class<V> type,
            Predicate<String> wanted,
            Consumer<String> listener) {
        this.records = new CommittedRecords(kafka);
        this.topic = topic;
        this.decoder = new AvroDecoder<>(registry, type);
        this.wanted = wanted;
        this.listener = listener;
    }

    /** From now on this is done now and then while reading lasts, for whoever must not be silent for so long. */
    public LatestRecords<V> meanwhile(Runnable work) {
        records.meanwhile(work);
        return this;
    }

    /**
     * From now on a record that cannot be read counts as none, so that it holds up nothing else.
     *
     * @param told one sentence for each
     */
    public LatestRecords<V> passingOver(Consumer<String> told) {
        this.complaints = told;
        return this;
    }

    /**
     * Reads up to the topic's present end.
     *
     * @return whether there were records of wanted keys
     * @throws KafkaUnavailable if Kafka does not answer, has no such topic, or a record cannot be read: with one left
     *     out, sums would be wrong without a word, unless asked for
     */
    public boolean refresh() {
        Map<TopicPartition, Long> ends = records.ends(topic);
        if (ends.equals(position)) {
            return false;
        }
        ReadingProgress progress = new ReadingProgress(position.isEmpty() ? listener : line -> {});
        Map<String, ConsumerRecord<byte[], byte[]>> changed = new HashMap<>();
        records.read(position, ends, record -> {
            progress.read(record.topic());
            String key = new String(record.key(), StandardCharsets.UTF_8);
            if (wanted.test(key)) {
                changed.put(key, record);
            }
        });
        changed.forEach(this::take);
        position = ends;
        return !changed.isEmpty();
    }

    private void take(String key, ConsumerRecord<byte[], byte[]> record) {
        unreadable.remove(key);
        V value = record.value() == null ? null : decoded(key, record);
        if (value == null) {
            latest.remove(key);
        } else {
            latest.put(key, value);
        }
    }

    private @Nullable V decoded(String key, ConsumerRecord<byte[], byte[]> record) {
        Decoded<V> decoded = decoder.decode(record.value());
        if (decoded instanceof Decoded.Value<V> read) {
            return read.value();
        }
        String why = decoded instanceof Decoded.UnknownSchema<V> unknown
                ? unknown.message() + ": is this the registry that streams uses?"
                : ((Decoded.Undecodable<V>) decoded).message();
        String sentence = "the record of " + key + " in " + record.topic() + ", partition " + record.partition()
                + ", offset " + record.offset() + ", cannot be read: " + why;
        if (complaints == null) {
            throw new KafkaUnavailable(sentence);
        }
        complaints.accept(sentence);
        unreadable.add(key);
        return null;
    }

    /** As of the last refresh, in no order. */
    public Collection<V> values() {
        return Collections.unmodifiableCollection(latest.values());
    }

    /** Keys whose last record was passed over. */
    public Set<String> unreadable() {
        return Collections.unmodifiableSet(unreadable);
    }

    @Override
    public void close() {
        records.close();
    }
}
