package io.journeystream.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventEncodingTest {
    private final EventEncoding encoding = new EventEncoding();

    @Test
    void what_was_encoded_is_decoded() {
        VocEvent survey = VocEvent.newBuilder()
                .setSource("s")
                .setEventId("e")
                .setOccurredAt(Instant.ofEpochMilli(-5))
                .setIdentifiers(List.of(new Identifier("account", "a")))
                .setInstrument(Instrument.NPS)
                .setScore(7.0)
                .build();

        assertThat(encoding.decode(encoding.encode(new Event.Voc(survey)))).isEqualTo(new Event.Voc(survey));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void order_in_collections_does_not_show(long seed) {
        Random random = new Random(seed);
        List<Identifier> identifiers = new ArrayList<>();
        Map<String, String> facts = new LinkedHashMap<>();
        for (int i = 0; i < 12; i++) {
            identifiers.add(new Identifier("t" + random.nextInt(3), "v" + i));
            facts.put(new String(Character.toChars(0xFFF0 + random.nextInt(0x40))) + i, "v");
        }
        byte[] first = encoding.encode(operation(identifiers, facts));

        Collections.shuffle(identifiers, random);
        identifiers.add(identifiers.get(0));
        List<Map.Entry<String, String>> entries = new ArrayList<>(facts.entrySet());
        Collections.shuffle(entries, random);
        Map<String, String> shuffled = new LinkedHashMap<>();
        entries.forEach(e -> shuffled.put(e.getKey(), e.getValue()));

        assertThat(encoding.encode(operation(identifiers, shuffled)))
                .as("seed %d", seed)
                .isEqualTo(first);
    }

    @Test
    void it_is_the_single_object_encoding_that_avro_defines() throws Exception {
        Identifier identifier = new Identifier("account", "a");
        byte[] avro = new BinaryMessageEncoder<Identifier>(
                        SpecificData.getForClass(Identifier.class), Identifier.getClassSchema())
                .encode(identifier)
                .array();

        assertThat(new SingleObject<>(Identifier.class).encode(identifier)).isEqualTo(avro);
        assertThat(new SingleObject<>(Identifier.class).decode(avro)).isEqualTo(identifier);
    }

    @Test
    void what_an_earlier_release_wrote_stays_readable() {
        Schema earlier = new Schema.Parser().parse("""
                        {"type":"record","name":"Identifier","namespace":"io.journeystream.events","fields":[
                          {"name":"value","type":"string"},{"name":"kind","type":"int"},{"name":"type","type":"string"}]}""");
        byte[] written = earlierBytes(earlier);

        assertThatThrownBy(() -> new SingleObject<>(Identifier.class).decode(written))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new SingleObject<>(Identifier.class).readable(earlier).decode(written))
                .isEqualTo(new Identifier("email", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"journey.channel-events.v1", "journey.operational-events.v1", "journey.voc-events.v1"})
    void the_schemas_that_were_released_are_at_hand(String topic) {
        assertThat(ReleasedSchemas.of(topic)).isNotEmpty();
    }

    private static byte[] earlierBytes(Schema schema) {
        long fingerprint = org.apache.avro.SchemaNormalization.parsingFingerprint64(schema);
        byte[] fields = {2, 'x', 8, 10, 'e', 'm', 'a', 'i', 'l'};
        return java.nio.ByteBuffer.allocate(10 + fields.length)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0xC3)
                .put((byte) 1)
                .putLong(fingerprint)
                .put(fields)
                .array();
    }

    @Test
    void damaged_bytes_are_refused_not_misread() {
        byte[] bytes = encoding.encode(operation(List.of(new Identifier("account", "a")), Map.of()));

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> encoding.decode(cut))
                    .as("first %d bytes", length)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void greater_means_greater_as_unsigned_bytes() {
        assertThat(EventEncoding.compare(new byte[] {(byte) 0x80}, new byte[] {0x7F}))
                .isPositive();
        assertThat(EventEncoding.compare(new byte[] {1}, new byte[] {1, 0})).isNegative();
    }

    private static Event operation(List<Identifier> identifiers, Map<String, String> facts) {
        return new Event.Operational(OperationalEvent.newBuilder()
                .setSource("s")
                .setEventId("e")
                .setOccurredAt(Instant.EPOCH)
                .setIdentifiers(List.copyOf(identifiers))
                .setReferences(facts)
                .setAttributes(facts)
                .setOperation(Operation.OTHER)
                .build());
    }
}
