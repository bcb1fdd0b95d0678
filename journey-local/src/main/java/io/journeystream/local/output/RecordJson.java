package io.journeystream.local.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.journeystream.events.Utf8Order;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Avro records as the JSON a person or a script would expect: fields named as in the schema, unions plain, instants
 * as epoch milliseconds, money as a plain number in units of the currency, maps ordered by key. Bytes are text where
 * they are valid UTF-8; otherwise the field is named {@code <name>Base64}. Knows no particular record.
 */
public final class RecordJson {
    private static final JsonFactory JSON = new JsonFactory();

    private RecordJson() {}

    /** One line without its line feed; UTF-8. */
    public static byte[] line(IndexedRecord record) {
        return line(record, Set.of());
    }

    /**
     * One line without its line feed; UTF-8.
     *
     * @param leftOut fields of the record itself that are not written
     */
    public static byte[] line(IndexedRecord record, Set<String> leftOut) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            object(json, record, leftOut);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static void object(JsonGenerator json, IndexedRecord record, Set<String> leftOut) throws IOException {
        json.writeStartObject();
        for (Schema.Field field : record.getSchema().getFields()) {
            if (!leftOut.contains(field.name())) {
                field(json, field.name(), record.get(field.pos()));
            }
        }
        json.writeEndObject();
    }

    private static void field(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value instanceof ByteBuffer bytes) {
            bytes(json, name, bytes);
        } else {
            json.writeFieldName(name);
            value(json, value);
        }
    }

    private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof IndexedRecord record) {
            object(json, record, Set.of());
        } else if (value instanceof Collection<?> items) {
            array(json, items);
        } else if (value instanceof Map<?, ?> map) {
            map(json, map);
        } else {
            scalar(json, value);
        }
    }

    private static void scalar(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Instant instant) {
            json.writeNumber(instant.toEpochMilli());
        } else if (value instanceof BigDecimal decimal) {
            json.writeNumber(decimal.stripTrailingZeros().toPlainString());
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else {
            json.writeString(value.toString());
        }
    }

    private static void array(JsonGenerator json, Collection<?> items) throws IOException {
        json.writeStartArray();
        for (Object item : items) {
            value(json, item);
        }
        json.writeEndArray();
    }

    private static void map(JsonGenerator json, Map<?, ?> map) throws IOException {
        Map<String, Object> ordered = new TreeMap<>(Utf8Order::compare);
        map.forEach((key, value) -> ordered.put(String.valueOf(key), value));
        json.writeStartObject();
        for (Map.Entry<String, Object> entry : ordered.entrySet()) {
            field(json, entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    private static void bytes(JsonGenerator json, String name, ByteBuffer bytes) throws IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(bytes.duplicate())
                    .toString();
            json.writeStringField(name, text);
        } catch (CharacterCodingException e) {
            byte[] content = new byte[bytes.remaining()];
            bytes.duplicate().get(content);
            json.writeStringField(name + "Base64", Base64.getEncoder().encodeToString(content));
        }
    }
}
