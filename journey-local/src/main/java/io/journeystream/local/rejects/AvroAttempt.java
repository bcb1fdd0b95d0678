package io.journeystream.local.rejects;

import io.journeystream.local.output.RecordJson;
import io.journeystream.registry.RegistryUnavailable;
import io.journeystream.registry.SchemaById;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.registry.WireFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/** Tries to read a record as its writer meant it, with the writer's own schema, whatever that is. */
final class AvroAttempt {
    private final SchemaRegistry registry;

    AvroAttempt(SchemaRegistry registry) {
        this.registry = registry;
    }

    /** The record as JSON, or one line that says why not. */
    List<String> lines(byte[] record) {
        if (!WireFormat.hasHeader(record)) {
            return List.of("no Avro in the Confluent wire format");
        }
        int id = WireFormat.schemaId(record);
        try {
            SchemaById found = registry.schemaById(id);
            if (found instanceof SchemaById.Known known) {
                return decoded(known.schema(), id, record);
            }
            return found instanceof SchemaById.Unusable unusable
                    ? List.of("written with schema " + id + ": " + unusable.why())
                    : List.of("written with schema " + id + ", which the registry does not know");
        } catch (RegistryUnavailable e) {
            return List.of("written with schema " + id + "; the registry cannot be asked: " + e.getMessage());
        }
    }

    private static List<String> decoded(Schema schema, int id, byte[] record) {
        String name = "schema " + id + " (" + schema.getFullName() + ")";
        try {
            BinaryDecoder decoder = DecoderFactory.get()
                    .binaryDecoder(record, WireFormat.HEADER, record.length - WireFormat.HEADER, null);
            Object value = new GenericDatumReader<>(schema).read(null, decoder);
            String left = decoder.isEnd() ? "" : "; bytes are left over";
            return lines("read with " + name + left + ":", json(value));
        } catch (IOException | RuntimeException e) {
            return List.of("cannot be read with " + name + ": " + e);
        }
    }

    private static List<String> lines(String title, String json) {
        List<String> lines = new ArrayList<>(List.of(title));
        lines.addAll(MarkedJson.lines(json, null).orElseGet(() -> List.of(json)));
        return lines;
    }

    private static String json(Object value) {
        return value instanceof IndexedRecord record
                ? new String(RecordJson.line(record), StandardCharsets.UTF_8)
                : String.valueOf(value);
    }
}
