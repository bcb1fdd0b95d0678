package io.journeystream.local.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** JSON as the Avro specification has it: what any implementation prints, bytes one character each, unions tagged. */
final class AvroJson {
    private static final JsonMapper JSON = new JsonMapper();

    /** Numbers are equal by value, since 0 may be written as 0.0. */
    static final Comparator<JsonNode> NUMBERS = (a, b) -> {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue());
        }
        return a.equals(b) ? 0 : 1;
    };

    private AvroJson() {}

    /** Text of whoever, whose numbers may be written differently. */
    static JsonNode parse(String text) throws IOException {
        return JSON.readTree(text);
    }

    static JsonNode of(SpecificRecord record) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        Encoder encoder = EncoderFactory.get().jsonEncoder(record.getSchema(), text);
        new GenericDatumWriter<>(record.getSchema()).write(plain(record), encoder);
        encoder.flush();
        return JSON.readTree(text.toByteArray());
    }

    /** Without Java's own types for instants and decimals. */
    private static Object plain(SpecificRecord record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Encoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new SpecificDatumWriter<>(record.getSchema(), SpecificData.getForClass(record.getClass()))
                .write(record, encoder);
        encoder.flush();
        return new GenericDatumReader<>(record.getSchema())
                .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
    }
}
