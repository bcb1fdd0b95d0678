package io.journeystream.local.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.alerts.Alert;
import io.journeystream.alerts.AlertStatus;
import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.local.cli.Installation;
import io.journeystream.local.cli.Journey;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rules that are written while everything runs, and the look back over what Kafka has kept. */
@Timeout(240)
class RulesOnKafkaTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant MONTH_BEFORE = Instant.parse("2026-02-02T09:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(90);

    @TempDir
    private static Path directory;

    private static Installation installed;

    @BeforeAll
    static void start() {
        installed = new Installation(directory);
    }

    @AfterAll
    static void stop() {
        installed.close();
    }

    @Test
    void a_rule_is_put_listed_and_taken_back() throws IOException {
        Path rule = file("low.yaml", "{name: low, metric: fcr, below: 0.7}");

        Journey put = installed.run("alerts", List.of("rules", "put", rule.toString(), "--by", "ada"));
        assertThat(put.exitCode()).as("%s", put).isZero();
        assertThat(put.out()).isEqualTo("the rule low holds\n");
        assertThat(installed.run("alerts", List.of("rules")).out()).contains(" by ada", "metric: fcr");
        assertThat(installed.run("alerts", List.of("rules", "remove", "low")).exitCode())
                .isZero();

        assertThat(installed.run("alerts", List.of("rules")).out()).doesNotContain("low");
        Journey again = installed.run("alerts", List.of("rules", "remove", "low"));
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("no rule low was written");
    }

    @Test
    void all_mistakes_in_a_rule_are_told_at_once() throws IOException {
        Path rule = file("wrong.yaml", "name: low\nmetric: fc\nwindow: 90m\nbelow: 0.7\nbelo: 1");

        Journey put = installed.run("alerts", List.of("rules", "put", rule.toString()));

        assertThat(put.exitCode()).isEqualTo(1);
        assertThat(put.err())
                .contains("3 mistakes", "wrong.yaml:2:", "fcr?", "wrong.yaml:3:", "wrong.yaml:5:", "below?");
    }

    @Test
    void a_source_that_falls_silent_is_told_and_that_it_is_back() throws Exception {
        Path rule = file("silent.yaml", "{name: silent, window: 1h, absence: {sources: [crm]}}");
        try (AlertService alerts = watching()) {
            assertThat(installed
                            .run("alerts", List.of("rules", "put", rule.toString()))
                            .exitCode())
                    .isZero();
            Until.holds("rules are asked", SOON, alerts::isActive, () -> String.valueOf(alerts.trouble()));
            installed.send(Instant.parse("2199-01-01T00:00:00Z")); // a clock that is wrong is not believed
            installed.send(NINE, event("e1", NINE.minusSeconds(60)));
            Thread.sleep(2_000); // a first look says nothing of the past: it must have come to nine
            installed.send(NINE.plus(Duration.ofHours(3)));
            Until.holds("it fires", SOON, () -> status("silent") == AlertStatus.FIRING, () -> alerts().toString());

            installed.send(NINE.plus(Duration.ofHours(5)), event("e2", NINE.plus(Duration.ofMinutes(290))));
            Until.holds("it is over", SOON, () -> status("silent") == AlertStatus.RESOLVED, () -> alerts().toString());
        }
    }

    private static AlertService watching() {
        WatchSettings settings = new WatchSettings(access(), List.of(), Duration.ofMinutes(5));
        return AlertService.start(settings, installed.stack().schemaRegistry(), Clock.systemUTC());
    }

    @Test
    void the_look_back_knows_rules_that_were_written_beside_the_definitions() throws Exception {
        HourlySamples.write(installed.stack(), "flowers", MONTH_BEFORE, 45, 20, 45);
        Path rule = file("beside.yaml", "{name: beside, types: [flowers], metric: fcr, below: 0.7}");
        installed.run("alerts", List.of("rules", "put", rule.toString()));

        Journey back = installed.run("alerts", List.of("backtest", "--rule", "beside"));
        Journey tooLate = installed.run("alerts", List.of("backtest", "--rule", "beside", "--since", "1m"));

        assertThat(back.out()).as("%s", back).contains("beside (fcr of an hour below 0.7): would have fired once");
        assertThat(tooLate.out()).isEmpty();
        assertThat(tooLate.err()).contains("no cells of that time", "--since");
        installed.run("alerts", List.of("rules", "remove", "beside"));
    }

    @Test
    void the_look_back_tells_when_a_rule_would_have_fired() throws Exception {
        HourlySamples.write(installed.stack(), "parcels", MONTH_BEFORE, 45, 45, 20, 20, 45, 45);
        Path rules = file("journeys.yaml", "alerts: [{name: low, types: [parcels], metric: fcr, below: 0.7}]");

        Journey back = installed.run("alerts", List.of("backtest", "--definitions", rules.toString()));

        assertThat(back.exitCode()).as("%s", back).isZero();
        assertThat(back.out())
                .contains("low (fcr of an hour below 0.7): would have fired once")
                .containsPattern("parcels +2026-02-02 12:00 +2 h 00 min +0.4 +50");
    }

    private static AlertStatus status(String rule) {
        return alerts().stream()
                .filter(alert -> alert.getRule().equals(rule))
                .map(Alert::getStatus)
                .findFirst()
                .orElse(AlertStatus.RESOLVED);
    }

    private static List<Alert> alerts() {
        try (LatestRecords<Alert> alerts = new LatestRecords<>(
                access().consumer(),
                installed.stack().schemaRegistry(),
                Topics.ALERTS,
                Alert.class,
                name -> true,
                sentence -> {})) {
            alerts.refresh();
            return List.copyOf(alerts.values());
        }
    }

    private static KafkaAccess access() {
        Connection connection = new Connection(
                installed.stack().bootstrapServers(),
                KafkaProperties.NONE,
                RegistrySettings.of(installed.stack().registryUrl()),
                RegistryClient.OWN,
                Registration.REGISTER);
        return new KafkaAccess(connection, Duration.ofSeconds(5));
    }

    private static Event event(String id, Instant at) {
        return new Event.Channel(ChannelEvent.newBuilder()
                .setSource("crm")
                .setEventId(id)
                .setOccurredAt(at)
                .setIdentifiers(List.of(new Identifier("account", "a1")))
                .setChannel("phone")
                .setContactId(id)
                .setDirection(Direction.INBOUND)
                .setAction(Action.CONNECTED)
                .build());
    }

    private static Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }
}
