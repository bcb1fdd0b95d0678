package io.journeystream.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystream.clock.ClockTick;
import io.journeystream.events.ChannelEvent;
import io.journeystream.registry.AvroSerializer.Registration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class AvroSerdesTest {
    private static final String TOPIC = "journey.channel-events.v1";

    private final SchemaRegistry registry = new InMemoryRegistry();
    private final AvroSerializer<ChannelEvent> serializer =
            new AvroSerializer<>(registry, ChannelEvent.class, Registration.REGISTER);
    private final AvroDecoder<ChannelEvent> decoder = new AvroDecoder<>(registry, ChannelEvent.class);

    @Test
    void whatIsWrittenIsReadAgain() {
        byte[] bytes = serializer.serialize(TOPIC, Samples.call());

        assertThat(decoder.decode(bytes)).isEqualTo(new Decoded.Value<>(Samples.call()));
    }

    @Test
    void aRecordBeginsWithAZeroByteAndItsSchemaIdInFourBytes() {
        registry.register("other", Schema.create(Schema.Type.STRING));
        byte[] bytes = serializer.serialize(TOPIC, Samples.call());

        assertThat(Arrays.copyOf(bytes, 5)).containsExactly(0, 0, 0, 0, 2);
        assertThat(WireFormat.schemaId(WireFormat.header(0x81_02_03_04))).isEqualTo(0x81_02_03_04);
    }

    @Test
    void theSchemaIsRegisteredOnceUnderTheTopicsName() {
        serializer.serialize(TOPIC, Samples.call());
        serializer.serialize(TOPIC, Samples.call());

        assertThat(registry.subjects()).containsExactly("journey.channel-events.v1-value");
        assertThat(registry.latest(TOPIC + "-value")).hasValueSatisfying(latest -> {
            assertThat(latest.version()).isEqualTo(1);
            assertThat(latest.schema().toString()).doesNotContain("avro.java");
        });
    }

    @Test
    void aProgramThatMayNotRegisterSaysThatTheSchemaIsMissing() {
        var careful = new AvroSerializer<>(registry, ChannelEvent.class, Registration.LOOK_UP);

        assertThatThrownBy(() -> careful.prepare(TOPIC))
                .isInstanceOf(RegistryRefused.class)
                .hasMessageContaining("journey.channel-events.v1-value")
                .hasMessageContaining("register it first");
        int id = serializer.prepare(TOPIC);
        assertThat(careful.prepare(TOPIC)).isEqualTo(id);
    }

    @Test
    void aRecordThatBreaksItsSchemaIsRefusedAndTheNextOneIsWhole() {
        ChannelEvent broken = new ChannelEvent();

        assertThatThrownBy(() -> serializer.serialize(TOPIC, broken)).isInstanceOf(SerializationException.class);
        assertThat(decoder.decode(serializer.serialize(TOPIC, Samples.call())))
                .isEqualTo(new Decoded.Value<>(Samples.call()));
    }

    @Test
    void bytesWithoutAHeaderAreUndecodable() {
        assertThat(undecodable(new byte[] {0, 1, 2})).contains("only 3 bytes");
        assertThat(undecodable("{\"json\":true}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .contains("begins with byte 123");
    }

    @Test
    void anUnknownSchemaIdIsToldFromUndecodableBytes() {
        assertThat(decoder.decode(new byte[] {0, 0, 0, 9, 9, 1}))
                .isEqualTo(new Decoded.UnknownSchema<>(2313, "the registry has no schema with id 2313"));
    }

    @Test
    void aRecordOfAnotherTypeIsUndecodable() {
        var ticks = new AvroSerializer<>(registry, ClockTick.class, Registration.REGISTER);
        byte[] tick = ticks.serialize("journey.clock.v1", new ClockTick(Instant.EPOCH, "test", null, false));

        assertThat(undecodable(tick))
                .contains("io.journeystream.clock.ClockTick")
                .contains("not io.journeystream.events.ChannelEvent");
    }

    @Test
    void leftOverBytesAreUndecodable() {
        byte[] bytes = serializer.serialize(TOPIC, Samples.call());

        assertThat(undecodable(Arrays.copyOf(bytes, bytes.length + 1))).contains("left over");
    }

    @Test
    void everyTruncationIsUndecodable() {
        byte[] bytes = serializer.serialize(TOPIC, Samples.call());

        for (int length = 0; length < bytes.length; length++) {
            undecodable(Arrays.copyOf(bytes, length));
        }
    }

    @Test
    void garbageAfterAGoodHeaderNeverThrows() {
        byte[] good = serializer.serialize(TOPIC, Samples.call());
        long seed = 20261122;
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = good.clone();
            int changes = 1 + random.nextInt(8);
            for (int c = 0; c < changes; c++) {
                bytes[WireFormat.HEADER + random.nextInt(bytes.length - WireFormat.HEADER)] = (byte) random.nextInt();
            }
            assertThat(decoder.decode(bytes)).as("seed %d, round %d", seed, i).isNotNull();
        }
    }

    @Test
    void anOutageIsNoStatementAboutTheRecord() {
        var down = new AvroDecoder<>(new HttpSchemaRegistry(Registries.nobodyThere()), ChannelEvent.class);
        byte[] bytes = serializer.serialize(TOPIC, Samples.call());

        assertThatThrownBy(() -> down.decode(bytes)).isInstanceOf(RegistryUnavailable.class);
    }

    private String undecodable(byte[] bytes) {
        Decoded<ChannelEvent> decoded = decoder.decode(bytes);
        assertThat(decoded).isInstanceOf(Decoded.Undecodable.class);
        return ((Decoded.Undecodable<ChannelEvent>) decoded).message();
    }
}
