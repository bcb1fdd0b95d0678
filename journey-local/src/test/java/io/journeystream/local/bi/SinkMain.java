package io.journeystream.local.bi;

import io.journeystream.registry.AvroSerializer.Registration;
import io.journeystream.registry.RegistryClient;
import io.journeystream.registry.RegistrySettings;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.runtime.configuration.KafkaProperties;
import io.journeystream.serve.bi.schema.DatabaseAccess;
import io.journeystream.serve.bi.sink.BiService;
import io.journeystream.serve.bi.sink.SinkMeters;
import io.journeystream.serve.bi.sink.SinkSettings;
import io.journeystream.serve.reading.KafkaAccess;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;

/** The sink as a JVM of its own runs it, and as tests start it in theirs. */
final class SinkMain {
    private static final int SMALL_BATCH = 40;

    private SinkMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (BiService sink =
                start(arguments[0], arguments[1], new DatabaseAccess(arguments[2], "postgres", null), SMALL_BATCH)) {
            sink.await();
        }
    }

    static BiService start(String kafka, String registry, DatabaseAccess database, int batchRecords) {
        Connection connection = new Connection(
                kafka, KafkaProperties.NONE, RegistrySettings.of(registry), RegistryClient.OWN, Registration.REGISTER);
        return BiService.start(
                new SinkSettings(
                        new KafkaAccess(connection, Duration.ofSeconds(5)), batchRecords, Duration.ofMillis(300)),
                connection.recordRegistry(),
                database.source(),
                new SinkMeters(new SimpleMeterRegistry()),
                Clock.systemUTC());
    }
}
