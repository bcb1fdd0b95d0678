package io.journeystream.registry;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** {@link AvroDecoder} for consumers that know exceptions only. */
public final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {
    private final AvroDecoder<T> decoder;

    public AvroDeserializer(SchemaRegistry registry, Class<T> type) {
        this.decoder = new AvroDecoder<>(registry, type);
    }

    /**
     * The record in the bytes; null for null, a tombstone.
     *
     * @throws SerializationException if the bytes are no such record or their schema is unknown
     * @throws RegistryUnavailable if the registry cannot be asked
     */
    @Override
    @SuppressWarnings("NullAway") // Kafka's interface allows null both ways and says so in words only
    public T deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        Decoded<T> decoded = decoder.decode(bytes);
        if (decoded instanceof Decoded.Value<T> read) {
            return read.value();
        }
        String why = decoded instanceof Decoded.Undecodable<T> bad
                ? bad.message()
                : ((Decoded.UnknownSchema<T>) decoded).message();
        throw new SerializationException("a record of " + topic + " cannot be read: " + why);
    }
}
