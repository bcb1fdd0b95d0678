package io.journeystream.serve.bi.sink;

import io.journeystream.registry.AvroDecoder;
import io.journeystream.registry.Decoded;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.bi.star.Row;
import io.journeystream.serve.reading.KafkaUnavailable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Records of one topic on their way into the next batch: where the last one counts, each key once. For one thread. */
final class Pending<V extends SpecificRecord> {
    private final Feed<V> feed;
    private final AvroDecoder<V> decoder;
    /** In the order of the keys, in which indexes take them most easily. */
    private final Map<String, ConsumerRecord<byte[], byte[]>> records = new TreeMap<>();

    private @Nullable Long lastRecord;

    Pending(Feed<V> feed, SchemaRegistry registry) {
        this.feed = feed;
        this.decoder = new AvroDecoder<>(registry, feed.type());
    }

    String topic() {
        return feed.topic().name();
    }

    /** How many there are. */
    int size() {
        return records.size();
    }

    /** When Kafka took the last record since the last batch; null if there was none. */
    @Nullable
    Long lastRecord() {
        return lastRecord;
    }

    void add(ConsumerRecord<byte[], byte[]> record) {
        String key = key(record);
        records.put(feed.lastCounts() ? key : record.partition() + "/" + record.offset(), record);
        lastRecord = record.timestamp();
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    /**
     * Hands all over.
     *
     * @throws KafkaUnavailable if a record cannot be read: with one left out, sums would be wrong without a word
     */
    void into(Batch batch) {
        for (ConsumerRecord<byte[], byte[]> record : records.values()) {
            Row.Origin origin = new Row.Origin(key(record), record.partition(), record.offset(), record.timestamp());
            feed.add(record.value() == null ? null : decoded(record), origin, batch);
        }
        records.clear();
        lastRecord = null;
    }

    private V decoded(ConsumerRecord<byte[], byte[]> record) {
        Decoded<V> decoded = decoder.decode(record.value());
        if (decoded instanceof Decoded.Value<V> read) {
            return read.value();
        }
        String why = decoded instanceof Decoded.UnknownSchema<V> unknown
                ? unknown.message() + ": is this the registry that streams uses?"
                : ((Decoded.Undecodable<V>) decoded).message();
        throw new KafkaUnavailable("a record of " + record.topic() + ", partition " + record.partition() + ", offset "
                + record.offset() + ", cannot be read: " + why);
    }
}
