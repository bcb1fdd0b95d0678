package io.journeystream.local.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.journeystream.registry.AvroDeserializer;
import io.journeystream.registry.AvroSerializer;
import io.journeystream.registry.AvroSerializer.Registration;
import io.journeystream.registry.RegistryClient;
import io.journeystream.registry.RegistrySettings;
import io.journeystream.topics.Format;
import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Confluent's serializers and ours, with either client, write the same bytes and read each other's. */
class ConfluentBytesTest {
    private final String url = ApicurioRegistry.shared().url();
    private final String topic = "bytes-" + UUID.randomUUID();

    static Stream<Class<? extends SpecificRecord>> contracts() {
        return Topics.ALL.stream()
                .map(Topic::value)
                .filter(format -> format instanceof Format.Avro<?>)
                .<Class<? extends SpecificRecord>>map(format -> ((Format.Avro<?>) format).type());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    <T extends SpecificRecord> void what_confluents_registers_ours_finds(Class<T> type) {
        T sample = Sample.of(type);

        byte[] theirs = theirs(true, sample);

        assertThat(ours(RegistryClient.OWN, Registration.LOOK_UP, sample)).isEqualTo(theirs);
        assertThat(ours(RegistryClient.CONFLUENT, Registration.LOOK_UP, sample)).isEqualTo(theirs);
        assertThat(ours(RegistryClient.CONFLUENT, Registration.REGISTER, sample))
                .isEqualTo(theirs);
        assertThat(again(read(RegistryClient.OWN, type, theirs))).isEqualTo(theirs);
        assertThat(again(read(RegistryClient.CONFLUENT, type, theirs))).isEqualTo(theirs);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    <T extends SpecificRecord> void what_ours_registers_confluents_finds(Class<T> type) {
        T sample = Sample.of(type);

        byte[] ours = ours(RegistryClient.OWN, Registration.REGISTER, sample);

        assertThat(theirs(false, sample)).isEqualTo(ours);
        assertThat(theirs(true, sample)).isEqualTo(ours);
        assertThat(again(type.cast(readByTheirs(ours)))).isEqualTo(ours);
    }

    private <T extends SpecificRecord> byte[] ours(RegistryClient client, Registration registration, T sample) {
        @SuppressWarnings("unchecked") // the class of a generated record is its own
        Class<T> type = (Class<T>) sample.getClass();
        try (var serializer = new AvroSerializer<>(client.connect(RegistrySettings.of(url)), type, registration)) {
            return serializer.serialize(topic, sample);
        }
    }

    private <T extends SpecificRecord> T read(RegistryClient client, Class<T> type, byte[] bytes) {
        try (var deserializer = new AvroDeserializer<>(client.connect(RegistrySettings.of(url)), type)) {
            return deserializer.deserialize(topic, bytes);
        }
    }

    /** What was read, written: Avro's lists of records do not compare where such a record may have a time. */
    private byte[] again(SpecificRecord read) {
        return ours(RegistryClient.OWN, Registration.LOOK_UP, read);
    }

    /** Without Java's notes in the schema, as anybody should who shares a topic with other languages. */
    private byte[] theirs(boolean registers, SpecificRecord sample) {
        try (var serializer = new KafkaAvroSerializer()) {
            serializer.configure(
                    Map.of(
                            "schema.registry.url", url,
                            "auto.register.schemas", registers,
                            "avro.remove.java.properties", true),
                    false);
            return serializer.serialize(topic, sample);
        }
    }

    private Object readByTheirs(byte[] bytes) {
        try (var deserializer = new KafkaAvroDeserializer()) {
            deserializer.configure(Map.of("schema.registry.url", url, "specific.avro.reader", true), false);
            return deserializer.deserialize(topic, bytes);
        }
    }
}
