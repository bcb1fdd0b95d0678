package io.journeystream.events;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Avro's single-object encoding of one kind of record: two marker bytes, the fingerprint of the schema it was written
 * with, the plain encoding. What was written with an earlier schema stays readable without a registry, as long as that
 * schema is made {@linkplain #readable known}. Written by hand because Avro's own helpers cost twice the plain coders.
 * Reuses its coders: for one thread only.
 */
public final class SingleObject<T extends SpecificRecord> {
    private static final byte MARKER_1 = (byte) 0xC3;
    private static final byte MARKER_2 = (byte) 0x01;
    private static final int HEADER = 10;

    static {
        TrustedRecords.trust();
    }

    private final Schema schema;
    private final SpecificData data;
    private final SpecificDatumWriter<T> writer;
    private final Map<Long, SpecificDatumReader<T>> readers = new HashMap<>();
    private final byte[] header;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    private @Nullable BinaryEncoder encoder;
    private @Nullable BinaryDecoder decoder;

    public SingleObject(Class<T> type) {
        this.data = SpecificData.getForClass(type);
        this.schema = data.getSchema(type);
        this.writer = new SpecificDatumWriter<>(schema, data);
        this.header = ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MARKER_1)
                .put(MARKER_2)
                .putLong(SchemaNormalization.parsingFingerprint64(schema))
                .array();
        readable(schema);
    }

    /** From now on reads what was written with an earlier schema, too. */
    public SingleObject<T> readable(Schema written) {
        readers.put(
                SchemaNormalization.parsingFingerprint64(written), new SpecificDatumReader<>(written, schema, data));
        return this;
    }

    /** The record's bytes, a new array. */
    public byte[] encode(T record) {
        try {
            out.reset();
            out.write(header, 0, HEADER);
            BinaryEncoder plain = EncoderFactory.get().binaryEncoder(out, encoder);
            encoder = plain;
            writer.write(record, plain);
            plain.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
    }

    /** Whether these bytes are of this kind of record, in a schema that is known here. */
    public boolean reads(byte[] bytes) {
        return marked(bytes) && readers.containsKey(fingerprint(bytes));
    }

    /**
     * The record that was encoded.
     *
     * @throws IllegalArgumentException if the bytes are of no known schema, or damaged
     */
    public T decode(byte[] bytes) {
        SpecificDatumReader<T> reader = marked(bytes) ? readers.get(fingerprint(bytes)) : null;
        if (reader == null) {
            throw new IllegalArgumentException("not a " + schema.getFullName() + " in a schema known here");
        }
        try {
            BinaryDecoder plain = DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, decoder);
            decoder = plain;
            return read(reader, plain);
        } catch (IOException | AvroRuntimeException e) {
            throw new IllegalArgumentException("damaged " + schema.getFullName(), e);
        }
    }

    @SuppressWarnings("NullAway") // a null first argument is how Avro is told to make a new record
    private T read(SpecificDatumReader<T> reader, BinaryDecoder plain) throws IOException {
        return reader.read(null, plain);
    }

    private static boolean marked(byte[] bytes) {
        return bytes.length >= HEADER && bytes[0] == MARKER_1 && bytes[1] == MARKER_2;
    }

    private static long fingerprint(byte[] bytes) {
        return ByteBuffer.wrap(bytes, 2, Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
    }
}
