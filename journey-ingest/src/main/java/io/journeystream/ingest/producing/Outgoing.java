package io.journeystream.ingest.producing;

import io.journeystream.registry.AvroSerializer;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.topics.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Turns values into records of their topic. */
record Outgoing<V extends SpecificRecord>(String topic, Serializer<V> serializer) {

    /** Registers the schema at once, so that a registry's no is heard before the first event. */
    static <V extends SpecificRecord> Outgoing<V> to(Topic<?, V> topic, SchemaRegistry registry) {
        Serializer<V> serializer = topic.valueSerializer(registry);
        if (serializer instanceof AvroSerializer<V> avro) {
            avro.prepare(topic.name());
        }
        return new Outgoing<>(topic.name(), serializer);
    }

    ProducerRecord<byte[], byte[]> record(byte @Nullable [] key, V value) {
        return new ProducerRecord<>(topic, key, serializer.serialize(topic, value));
    }

    ProducerRecord<byte[], byte[]> record(int partition, V value) {
        return new ProducerRecord<>(topic, partition, null, serializer.serialize(topic, value));
    }
}
