package io.journeystream.local.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.alerts.Alert;
import io.journeystream.alerts.AlertStatus;
import io.journeystream.local.cli.Installation;
import io.journeystream.local.outages.Until;
import io.journeystream.registry.AvroSerializer.Registration;
import io.journeystream.registry.RegistryClient;
import io.journeystream.registry.RegistrySettings;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.runtime.configuration.KafkaProperties;
import io.journeystream.serve.alerts.watch.AlertService;
import io.journeystream.serve.alerts.watch.WatchSettings;
import io.journeystream.serve.reading.KafkaAccess;
import io.journeystream.serve.reading.LatestRecords;
import io.journeystream.topics.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens while nobody asks rules. */
@Timeout(240)
class MissedHoursTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(90);

    @Test
    void what_broke_while_nobody_watched_is_told_as_of_when_it_broke(@TempDir Path directory) throws Exception {
        try (Installation installed = new Installation(directory)) {
            Path rule = Files.writeString(
                    directory.resolve("low.yaml"), "{name: low, types: [letters], metric: fcr, below: 0.7}");
            installed.run("alerts", List.of("rules", "put", rule.toString()));
            try (AlertService first = watching(installed)) {
                installed.send(NINE);
                Until.holds("it has asked", SOON, () -> noted(installed, NINE), () -> String.valueOf(first.trouble()));
            }
            HourlySamples.write(installed.stack(), "letters", NINE, 45, 20, 20);
            HourlySamples.write(
                    installed.stack(), "letters", Instant.parse("2199-01-01T00:00:00Z"), 45); // not believed
            installed.send(NINE.plus(Duration.ofHours(3)));

            try (AlertService next = watching(installed)) {
                Until.holds("it fires", SOON, () -> !alerts(installed).isEmpty(), () -> String.valueOf(next.trouble()));
            }

            assertThat(alerts(installed)).singleElement().satisfies(alert -> {
                assertThat(alert.getStatus()).isEqualTo(AlertStatus.FIRING);
                assertThat(alert.getFiredAt()).isEqualTo(NINE.plus(Duration.ofHours(2)));
                assertThat(alert.getAskedAt()).isEqualTo(NINE.plus(Duration.ofHours(3)));
            });
        }
    }

    /** Whether it is kept that this hour was asked about. */
    private static boolean noted(Installation installed, Instant hour) {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", installed.stack().bootstrapServers()))) {
            return admin
                    .listConsumerGroupOffsets("journeystream-alerts-watch")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .values()
                    .stream()
                    .anyMatch(note -> note.metadata().equals(hour.toString()));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AlertService watching(Installation installed) {
        WatchSettings settings = new WatchSettings(access(installed), List.of(), Duration.ofMinutes(5));
        return AlertService.start(settings, installed.stack().schemaRegistry(), Clock.systemUTC());
    }

    private static List<Alert> alerts(Installation installed) {
        try (LatestRecords<Alert> alerts = new LatestRecords<>(
                access(installed).consumer(),
                installed.stack().schemaRegistry(),
                Topics.ALERTS,
                Alert.class,
                name -> true,
                sentence -> {})) {
            alerts.refresh();
            return List.copyOf(alerts.values());
        }
    }

    private static KafkaAccess access(Installation installed) {
        Connection connection = new Connection(
                installed.stack().bootstrapServers(),
                KafkaProperties.NONE,
                RegistrySettings.of(installed.stack().registryUrl()),
                RegistryClient.OWN,
                Registration.REGISTER);
        return new KafkaAccess(connection, Duration.ofSeconds(5));
    }
}
