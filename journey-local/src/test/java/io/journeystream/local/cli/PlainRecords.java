package io.journeystream.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystream.events.TrustedRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Lines of a run's files as the records that they were written from; what a line leaves out has its default. */
final class PlainRecords<T extends SpecificRecord> {
    private final Schema schema;
    private final GenericDatumWriter<GenericRecord> writer;
    private final SpecificDatumReader<T> reader;

    private PlainRecords(Class<T> type) {
        this.schema = SpecificData.get().getSchema(type);
        this.writer = new GenericDatumWriter<>(schema);
        this.reader = new SpecificDatumReader<>(schema, schema, SpecificData.getForClass(type));
    }

    static <T extends SpecificRecord> List<T> of(List<JsonNode> lines, Class<T> type) {
        TrustedRecords.trust();
        return lines.stream().map(new PlainRecords<>(type)::read).toList();
    }

    private T read(JsonNode line) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Encoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            writer.write(record(line, schema), encoder);
            encoder.flush();
            return reader.read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
        } catch (IOException e) {
            throw new UncheckedIOException(line.toString(), e);
        }
    }

    private static GenericRecord record(JsonNode json, Schema schema) {
        GenericRecord record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            JsonNode value = json.get(field.name());
            record.put(
                    field.pos(),
                    value == null ? GenericData.get().getDefaultValue(field) : value(value, field.schema()));
        }
        return record;
    }

    private static @Nullable Object value(JsonNode json, Schema schema) {
        return switch (schema.getType()) {
            case UNION -> json.isNull() ? null : value(json, schema.getTypes().get(1));
            case RECORD -> record(json, schema);
            case ARRAY -> array(json, schema.getElementType());
            case MAP -> map(json, schema.getValueType());
            case ENUM -> new GenericData.EnumSymbol(schema, json.asText());
            case BYTES -> decimal(json, (LogicalTypes.Decimal) schema.getLogicalType());
            case STRING -> json.asText();
            case BOOLEAN -> json.asBoolean();
            case DOUBLE -> json.asDouble();
            case INT -> json.asInt();
            case LONG -> json.asLong();
            default -> throw new IllegalArgumentException("no field is expected to be a " + schema.getType());
        };
    }

    private static List<Object> array(JsonNode json, Schema element) {
        List<Object> items = new ArrayList<>();
        json.forEach(item -> items.add(value(item, element)));
        return items;
    }

    private static Map<String, Object> map(JsonNode json, Schema value) {
        Map<String, Object> map = new HashMap<>();
        json.properties().forEach(field -> map.put(field.getKey(), value(field.getValue(), value)));
        return map;
    }

    private static ByteBuffer decimal(JsonNode json, LogicalTypes.Decimal type) {
        return ByteBuffer.wrap(
                json.decimalValue().setScale(type.getScale()).unscaledValue().toByteArray());
    }
}
