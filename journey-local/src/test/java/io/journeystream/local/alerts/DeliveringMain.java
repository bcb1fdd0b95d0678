package io.journeystream.local.alerts;

import io.journeystream.registry.AvroSerializer.Registration;
import io.journeystream.registry.RegistryClient;
import io.journeystream.registry.RegistrySettings;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.runtime.configuration.KafkaProperties;
import io.journeystream.serve.alerts.delivery.DeliveryService;
import io.journeystream.serve.reading.KafkaAccess;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** The delivery service as a JVM of its own runs it, and as tests start it in theirs. */
final class DeliveringMain {
    private DeliveringMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        DeliveryService service = start(arguments[0], arguments[1], arguments[2], new SimpleMeterRegistry());
        try (service) {
            new CountDownLatch(1).await();
        }
    }

    static DeliveryService start(String kafka, String registry, String doorbell, MeterRegistry meters) {
        Connection connection = new Connection(
                kafka, KafkaProperties.NONE, RegistrySettings.of(registry), RegistryClient.OWN, Registration.REGISTER);
        return DeliveryService.start(
                new KafkaAccess(connection, Duration.ofSeconds(5)),
                connection.recordRegistry(),
                subscription -> Doorbell.to(doorbell),
                to -> to.get("doorbell").flag(true),
                meters,
                Clock.systemUTC());
    }
}
