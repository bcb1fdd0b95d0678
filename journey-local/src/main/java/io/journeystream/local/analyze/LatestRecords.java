package io.journeystream.local.analyze;

import io.journeystream.local.output.RecordJson;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.topics.Topic;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Bytes;

/** The last record of each key of a topic whose keys are few. */
final class LatestRecords<V extends SpecificRecord> {
    private final Topic<String, V> topic;
    private final Deserializer<V> values;
    private final Map<Bytes, byte[]> latest = new TreeMap<>();

    LatestRecords(Topic<String, V> topic, SchemaRegistry registry) {
        this.topic = topic;
        this.values = topic.valueDeserializer(registry);
    }

    /** Takes a record; one without value ends its key. */
    void add(ConsumerRecord<byte[], byte[]> record) {
        Bytes key = Bytes.wrap(record.key());
        if (record.value() == null) {
            latest.remove(key);
        } else {
            latest.put(key, record.value());
        }
    }

    /** One record a line, by key. */
    void writeTo(OutputStream stream) throws IOException {
        for (byte[] value : latest.values()) {
            stream.write(RecordJson.line(values.deserialize(topic.name(), value), Set.of()));
            stream.write('\n');
        }
    }
}
