package io.journeystream.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.clock.ClockTick;
import io.journeystream.events.OperationalEvent;
import io.journeystream.events.VocEvent;
import io.journeystream.topics.Format;
import io.journeystream.topics.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaEvolutionTest {
    private final SchemaRegistry registry = new InMemoryRegistry();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "journey.channel-events.v1",
                "journey.operational-events.v1",
                "journey.voc-events.v1",
                "journey.clock.v1",
                "journey.journeys.v1",
                "journey.rejects.v1"
            })
    void whatIsRegisteredIsTheContractInTheRepository(String topic) throws IOException {
        String contract = Files.readString(Path.of("../schemas", topic + ".avsc"));

        assertThat(AvroSchemas.published(generated(topic)).toString())
                .isEqualTo(new Schema.Parser().parse(contract).toString());
    }

    private static Schema generated(String name) {
        return Topics.ALL.stream()
                .filter(topic -> topic.name().equals(name))
                .map(topic -> ((Format.Avro<?>) topic.value()).type())
                .map(type -> SpecificData.get().getSchema(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFieldThatWeDoNotKnowYetIsSkipped() throws IOException {
        Schema newer = tick().optionalString("comment").endRecord();
        GenericRecord tick = new GenericData.Record(newer);
        tick.put("time", 1_000L);
        tick.put("origin", "later version");
        tick.put("comment", "unknown to us");

        assertThat(new AvroDecoder<>(registry, ClockTick.class).decode(written(tick)))
                .isEqualTo(
                        new Decoded.Value<>(new ClockTick(Instant.ofEpochMilli(1_000), "later version", null, false)));
    }

    @Test
    void aWriterWithoutAFieldThatWeCannotDoWithoutIsUndecodable() throws IOException {
        Schema other = SchemaBuilder.record("ClockTick")
                .namespace("io.journeystream.clock")
                .fields()
                .requiredString("origin")
                .endRecord();
        GenericRecord tick = new GenericData.Record(other);
        tick.put("origin", "someone else");

        assertThat(new AvroDecoder<>(registry, ClockTick.class).decode(written(tick)))
                .isInstanceOfSatisfying(
                        Decoded.Undecodable.class,
                        bad -> assertThat(bad.message())
                                .contains("cannot be read as ours")
                                .contains("time"));
    }

    @Test
    void anOperationThatWeDoNotKnowYetIsReadAsTheDefault() throws IOException {
        Schema ours = AvroSchemas.published(OperationalEvent.getClassSchema());
        Schema newer = AvroSchemas.parse(ours.toString().replace("\"OTHER\"]", "\"OTHER\",\"TELEPORTED\"]"));
        GenericRecord event = new GenericData.Record(newer);
        newer.getFields().stream()
                .filter(field -> field.hasDefaultValue())
                .forEach(field -> event.put(field.pos(), GenericData.get().getDefaultValue(field)));
        event.put("source", "crm");
        event.put("eventId", "e1");
        event.put("occurredAt", 1_000L);
        event.put(
                "identifiers",
                new GenericData.Array<>(0, newer.getField("identifiers").schema()));
        Schema operation = newer.getField("operation").schema();
        event.put("operation", new GenericData.EnumSymbol(operation, "TELEPORTED"));

        assertThat(new AvroDecoder<>(registry, OperationalEvent.class).decode(written(event)))
                .isInstanceOfSatisfying(
                        Decoded.Value.class,
                        read -> assertThat(((OperationalEvent) read.value()).getOperation())
                                .hasToString("OTHER"));
    }

    @Test
    void aLengthThatTheBytesCannotHoldIsUndecodableAndTakesNoMemory() throws IOException {
        int id = registry.register("voc-value", AvroSchemas.published(VocEvent.getClassSchema()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        bytes.write(WireFormat.header(id));
        encoder.writeString("source");
        encoder.writeString("event");
        encoder.writeLong(0);
        encoder.writeLong(0);
        encoder.writeLong(0);
        encoder.writeLong(Integer.MAX_VALUE - 8L);

        assertThat(new AvroDecoder<>(registry, VocEvent.class).decode(bytes.toByteArray()))
                .isInstanceOf(Decoded.Undecodable.class);
    }

    private static SchemaBuilder.FieldAssembler<Schema> tick() {
        return SchemaBuilder.record("ClockTick")
                .namespace("io.journeystream.clock")
                .fields()
                .requiredLong("time")
                .requiredString("origin");
    }

    private byte[] written(GenericRecord record) throws IOException {
        int id = registry.register("somebody-elses-value", record.getSchema());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(WireFormat.header(id));
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        return bytes.toByteArray();
    }
}
