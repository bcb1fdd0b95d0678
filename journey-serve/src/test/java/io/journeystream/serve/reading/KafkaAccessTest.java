package io.journeystream.serve.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.registry.AvroSerializer.Registration;
import io.journeystream.registry.RegistryClient;
import io.journeystream.registry.RegistrySettings;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.runtime.configuration.KafkaProperties;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class KafkaAccessTest {
    private static final Connection CONNECTION = new Connection(
            "127.0.0.1:1",
            KafkaProperties.NONE,
            RegistrySettings.of("http://127.0.0.1:1"),
            RegistryClient.OWN,
            Registration.REGISTER);

    @Test
    void every_client_takes_the_limits() {
        KafkaAccess access = new KafkaAccess(CONNECTION, Duration.ofSeconds(10));

        assertThat(access.consumer()).containsEntry("default.api.timeout.ms", 10_000);
        new KafkaConsumer<>(access.consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer()).close();
        new KafkaProducer<>(access.producer(), new ByteArraySerializer(), new ByteArraySerializer()).close();
        Admin.create(access.admin()).close();
    }

    @Test
    void without_patience_of_ours_kafkas_own_holds() {
        assertThat(new KafkaAccess(CONNECTION, null).consumer()).containsOnlyKeys("bootstrap.servers");
    }
}
