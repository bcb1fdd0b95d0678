package io.journeystream.registry;

import io.journeystream.events.TrustedRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of one generated class in the Confluent wire format. Its schema is registered, or looked up, once per
 * topic under {@code <topic>-value}. Safe for many threads; each keeps its own encoder, so there is no lock.
 */
public final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {
    private final SchemaRegistry registry;
    private final Registration registration;
    private final Schema published;
    private final Map<String, byte[]> headers = new ConcurrentHashMap<>();
    private final ThreadLocal<Writer<T>> writers;

    /** How a serializer comes by the id of its schema. */
    public enum Registration {
        /** Registers the schema if it is new: one machine, development. */
        REGISTER,
        /** Only looks it up; somebody else registers schemas before a new version is rolled out. */
        LOOK_UP
    }

    public AvroSerializer(SchemaRegistry registry, Class<T> type, Registration registration) {
        TrustedRecords.trust();
        SpecificData model = SpecificData.getForClass(type);
        Schema schema = model.getSchema(type);
        this.registry = registry;
        this.registration = registration;
        this.published = AvroSchemas.published(schema);
        this.writers = ThreadLocal.withInitial(() -> new Writer<>(new SpecificDatumWriter<>(schema, model)));
    }

    /**
     * Registers or looks up the schema for a topic now rather than with the first record.
     *
     * @return the schema's id
     * @throws RegistryUnavailable if the registry cannot be asked
     * @throws RegistryRefused if the schema is incompatible, or unknown and not to be registered
     */
    public int prepare(String topic) {
        return WireFormat.schemaId(header(topic));
    }

    /**
     * The record as bytes; null for null, a tombstone.
     *
     * @throws SerializationException if the record does not fit its schema, such as null where none may be
     * @throws RegistryUnavailable if it is the topic's first record and the registry cannot be asked
     */
    @Override
    @SuppressWarnings("NullAway") // Kafka's interface allows null both ways and says so in words only
    public byte[] serialize(String topic, @Nullable T record) {
        if (record == null) {
            return null;
        }
        try {
            return writers.get().write(header(topic), record);
        } catch (IOException | AvroRuntimeException | ClassCastException | NullPointerException e) {
            throw new SerializationException("a record for " + topic + " does not fit its schema: " + e, e);
        }
    }

    private byte[] header(String topic) {
        byte[] known = headers.get(topic);
        if (known != null) {
            return known;
        }
        byte[] header = WireFormat.header(schemaId(WireFormat.valueSubject(topic)));
        headers.put(topic, header);
        return header;
    }

    private int schemaId(String subject) {
        if (registration == Registration.REGISTER) {
            return registry.register(subject, published);
        }
        return registry.lookup(subject, published)
                .orElseThrow(() -> new RegistryRefused("the schema " + published.getFullName()
                        + " is not registered under " + subject + " and is not to be registered by this program;"
                        + " register it first"));
    }

    private static final class Writer<T> {
        private final SpecificDatumWriter<T> datum;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        private @Nullable BinaryEncoder encoder;

        Writer(SpecificDatumWriter<T> datum) {
            this.datum = datum;
        }

        byte[] write(byte[] header, T record) throws IOException {
            out.reset();
            out.write(header);
            encoder = EncoderFactory.get().binaryEncoder(out, encoder);
            datum.write(record, encoder);
            encoder.flush();
            return out.toByteArray();
        }
    }
}
