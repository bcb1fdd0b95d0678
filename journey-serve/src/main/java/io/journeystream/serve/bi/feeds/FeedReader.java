package io.journeystream.serve.bi.feeds;

import io.journeystream.registry.AvroDecoder;
import io.journeystream.registry.Decoded;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.bi.star.Row;
import io.journeystream.serve.reading.KafkaUnavailable;
import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads records of one topic as its feed takes them. */
public final class FeedReader<V extends SpecificRecord> {
    private final Feed<V> feed;
    private final AvroDecoder<V> decoder;

    public FeedReader(Feed<V> feed, SchemaRegistry registry) {
        this.feed = feed;
        this.decoder = new AvroDecoder<>(registry, feed.type());
    }

    /** Key of a record as text; empty for none. */
    public static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    /**
     * Hands on what a record says.
     *
     * @throws KafkaUnavailable if it cannot be read: with one left out, sums would be wrong without a word
     */
    public void read(ConsumerRecord<byte[], byte[]> record, StarOutput out) {
        Row.Origin origin = new Row.Origin(key(record), record.partition(), record.offset(), record.timestamp());
        feed.add(record.value() == null ? null : decoded(record), origin, out);
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
