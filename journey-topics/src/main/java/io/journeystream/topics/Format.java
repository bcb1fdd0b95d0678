package io.journeystream.topics;

import io.journeystream.registry.AvroDeserializer;
import io.journeystream.registry.AvroSchemas;
import io.journeystream.registry.AvroSerializer;
import io.journeystream.registry.AvroSerializer.Registration;
import io.journeystream.registry.SchemaRegistry;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** How keys or values of a topic are written. */
public sealed interface Format<T> {

    /** Makes what writes them; nothing is asked of the registry yet. */
    Serializer<T> serializer(SchemaRegistry registry, Registration registration);

    /** Makes what reads them; it throws {@code SerializationException} on bad bytes. */
    Deserializer<T> deserializer(SchemaRegistry registry);

    /** UTF-8 text. */
    record Text() implements Format<String> {
        @Override
        public Serializer<String> serializer(SchemaRegistry registry, Registration registration) {
            return new StringSerializer();
        }

        @Override
        public Deserializer<String> deserializer(SchemaRegistry registry) {
            return new StringDeserializer();
        }
    }

    /** Bytes that only their writer understands. */
    record Bytes() implements Format<byte[]> {
        @Override
        public Serializer<byte[]> serializer(SchemaRegistry registry, Registration registration) {
            return new ByteArraySerializer();
        }

        @Override
        public Deserializer<byte[]> deserializer(SchemaRegistry registry) {
            return new ByteArrayDeserializer();
        }
    }

    /** Avro in the Confluent wire format. */
    record Avro<T extends SpecificRecord>(Class<T> type) implements Format<T> {
        /** The schema that writers register. */
        public Schema published() {
            return AvroSchemas.published(SpecificData.getForClass(type).getSchema(type));
        }

        @Override
        public Serializer<T> serializer(SchemaRegistry registry, Registration registration) {
            return new AvroSerializer<>(registry, type, registration);
        }

        @Override
        public Deserializer<T> deserializer(SchemaRegistry registry) {
            return new AvroDeserializer<>(registry, type);
        }
    }
}
