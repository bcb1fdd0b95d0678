package io.journeystream.local.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/** A record of a generated class with something in every field, whatever its schema is. */
final class Sample {
    private Sample() {}

    static <T extends SpecificRecord> T of(Class<T> type) {
        SpecificData model = SpecificData.getForClass(type);
        Schema schema = model.getSchema(type);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Encoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            new GenericDatumWriter<>(schema).write(value(schema), encoder);
            return new SpecificDatumReader<T>(schema, schema, model)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object value(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case ENUM ->
                new GenericData.EnumSymbol(schema, schema.getEnumSymbols().get(1));
            case ARRAY -> List.of(value(schema.getElementType()), value(schema.getElementType()));
            case MAP -> Map.of("key", value(schema.getValueType()));
            case UNION -> value(schema.getTypes().get(schema.getTypes().size() - 1));
            case STRING -> "ünïcode €";
            case BYTES -> ByteBuffer.wrap(BigInteger.valueOf(-1_234_567).toByteArray());
            case INT -> -42;
            case LONG -> 1_577_869_200_123L;
            case FLOAT -> 0.1f;
            case DOUBLE -> 0.1;
            case BOOLEAN -> true;
            default -> throw new IllegalArgumentException("no sample of " + schema);
        };
    }

    private static GenericData.Record record(Schema schema) {
        GenericData.Record record = new GenericData.Record(schema);
        schema.getFields().forEach(field -> record.put(field.pos(), value(field.schema())));
        return record;
    }
}
