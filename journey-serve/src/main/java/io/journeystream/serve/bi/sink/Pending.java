package io.journeystream.serve.bi.sink;

import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.bi.feeds.Feed;
import io.journeystream.serve.bi.feeds.FeedReader;
import io.journeystream.serve.reading.KafkaUnavailable;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Records of one topic on their way into the next batch: where the last one counts, each key once. For one thread. */
final class Pending<V extends SpecificRecord> {
    private final Feed<V> feed;
    private final FeedReader<V> reader;
    /** In the order of the keys, in which indexes take them most easily. */
    private final Map<String, ConsumerRecord<byte[], byte[]>> records = new TreeMap<>();

    private @Nullable Long lastRecord;
    private long bytes;

    Pending(Feed<V> feed, SchemaRegistry registry) {
        this.feed = feed;
        this.reader = new FeedReader<>(feed, registry);
    }

    String topic() {
        return feed.topic().name();
    }

    /** How many there are. */
    int size() {
        return records.size();
    }

    /** How much memory they take, at least. */
    long bytes() {
        return bytes;
    }

    /** When Kafka took the last record since the last batch; null if there was none. */
    @Nullable
    Long lastRecord() {
        return lastRecord;
    }

    void add(ConsumerRecord<byte[], byte[]> record) {
        String key = FeedReader.key(record);
        var replaced = records.put(feed.lastCounts() ? key : record.partition() + "/" + record.offset(), record);
        bytes += size(record) - size(replaced);
        lastRecord = record.timestamp();
    }

    private static long size(@Nullable ConsumerRecord<byte[], byte[]> record) {
        return record == null || record.value() == null ? 0 : record.value().length;
    }

    /**
     * Hands all over.
     *
     * @throws KafkaUnavailable if a record cannot be read: with one left out, sums would be wrong without a word
     */
    void into(Batch batch) {
        records.values().forEach(record -> reader.read(record, batch));
        records.clear();
        bytes = 0;
        lastRecord = null;
    }
}
