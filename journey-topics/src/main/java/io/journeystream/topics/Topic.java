package io.journeystream.topics;

import io.journeystream.registry.AvroSerializer.Registration;
import io.journeystream.registry.SchemaRegistry;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A topic: its name, what its keys and values are, and how long Kafka keeps them. How many partitions and replicas it has
 * is the deployment's affair.
 */
public record Topic<K, V>(String name, Format<K> key, Format<V> value, Keeping keeping) {

    /** Writes values; registers their schema with the first one. */
    public Serializer<V> valueSerializer(SchemaRegistry registry) {
        return valueSerializer(registry, Registration.REGISTER);
    }

    public Serializer<V> valueSerializer(SchemaRegistry registry, Registration registration) {
        return value.serializer(registry, registration);
    }

    public Deserializer<V> valueDeserializer(SchemaRegistry registry) {
        return value.deserializer(registry);
    }

    public Serializer<K> keySerializer(SchemaRegistry registry) {
        return key.serializer(registry, Registration.REGISTER);
    }

    public Deserializer<K> keyDeserializer(SchemaRegistry registry) {
        return key.deserializer(registry);
    }

    @Override
    public String toString() {
        return name;
    }
}
