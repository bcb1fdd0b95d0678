package io.journeystream.local.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.alerts.Alert;
import io.journeystream.alerts.AlertStatus;
import io.journeystream.definitions.DefinitionsFile;
import io.journeystream.definitions.Reading;
import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.ingest.events.Parsed;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.local.outages.Until;
import io.journeystream.local.pipeline.Pipeline;
import io.journeystream.local.pipeline.PipelineSettings;
import io.journeystream.local.simulator.Admission;
import io.journeystream.local.simulator.BotOutage;
import io.journeystream.local.simulator.Simulator;
import io.journeystream.local.simulator.SimulatorSettings;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.registry.AvroDecoder;
import io.journeystream.registry.AvroSerializer.Registration;
import io.journeystream.registry.Decoded;
import io.journeystream.serve.alerts.watch.AlertService;
import io.journeystream.serve.alerts.watch.WatchSettings;
import io.journeystream.serve.reading.CommittedRecords;
import io.journeystream.streams.health.HealthPace;
import io.journeystream.streams.publishing.Pace;
import io.journeystream.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The simulated organisation's bot breaks for a day; whoever watches over alerts hears of it once, and that it is over. */
@Timeout(300)
class BrokenBotTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final BotOutage OUTAGE =
            new BotOutage(START.plus(Duration.ofDays(2)), START.plus(Duration.ofDays(3)));
    private static final HealthPace PROMPT =
            new HealthPace(Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofSeconds(1));
    private static final Duration LENGTH = Duration.ofDays(5);
    private static final String DEFINITIONS = """
            journeys:
              - {type: anything, team: digital, intents: [billing, delivery, outage, login, contract, returns]}
            alerts:
              - name: bot-fails
                by: entryChannel
                values: [bot]
                metric: containment-raw
                window: 12h
                minimum: 40
                below: 0.15
                clear: 0.2
                for: 1h
                keep-firing-for: 3h
                severity: critical
            """;

    @Test
    void a_bot_that_breaks_is_heard_of_once_and_once_that_it_is_over() throws Exception {
        PipelineSettings settings = new PipelineSettings(
                StackSettings.temporary(), definitions(), Pace.BULK, PROMPT, Clock.systemUTC(), null);
        try (Pipeline pipeline = Pipeline.start(settings);
                AlertService alerts = AlertService.start(watching(pipeline), pipeline.registry(), Clock.systemUTC())) {
            pipeline.edge().tick(START, "test");
            Until.holds(
                    "rules are asked",
                    Duration.ofMinutes(1),
                    () -> alerts.trouble() == null,
                    () -> String.valueOf(alerts.trouble()));
            feed(pipeline);
            Until.holds(
                    "the alert is over",
                    Duration.ofMinutes(1),
                    () -> alerts(pipeline).stream().anyMatch(alert -> alert.getResolvedAt() != null),
                    () -> alerts(pipeline).toString());

            List<Alert> fired = alerts(pipeline).stream()
                    .filter(alert -> alert.getStatus() == AlertStatus.FIRING
                            && alert.getAskedAt().equals(alert.getFiredAt()))
                    .toList();
            assertThat(fired).hasSize(1);
            assertThat(fired.get(0).getFiredAt())
                    .isBetween(OUTAGE.from(), OUTAGE.from().plus(Duration.ofHours(24)));
            assertThat(fired.get(0).getExamples()).hasSize(5).allMatch(id -> id.startsWith("j_"));
            assertThat(fired.get(0).getTeam()).isEqualTo("digital");
        }
    }

    private static WatchSettings watching(Pipeline pipeline) {
        Map<String, Object> kafka = Map.of("bootstrap.servers", pipeline.bootstrapServers());
        return new WatchSettings(kafka, kafka, "broken-bot", Registration.REGISTER, Duration.ofSeconds(5));
    }

    private static WrittenDefinitions definitions() {
        return ((Reading.Read) DefinitionsFile.parse("journeys.yaml", DEFINITIONS.getBytes(StandardCharsets.UTF_8)))
                .written();
    }

    /** Hour by hour, with a tick at the end of each. */
    private static void feed(Pipeline pipeline) throws InterruptedException {
        Simulator simulator = new Simulator(SimulatorSettings.realistic(1, START)
                .withoutDirt()
                .sized(20_000, 800)
                .breaking(OUTAGE));
        Admission admission =
                new Admission(new IdentifierSettings(definitions().definitions().identity(), null, Map.of(), null));
        for (Instant hour = START; hour.isBefore(START.plus(LENGTH)); hour = hour.plus(Duration.ofHours(1))) {
            Instant end = hour.plus(Duration.ofHours(1));
            while (simulator.nextArrival().isBefore(end)) {
                if (admission.of(simulator.next()) instanceof Parsed.Accepted accepted) {
                    pipeline.edge().send(accepted.event());
                }
            }
            pipeline.edge().tick(end, "test");
            pipeline.edge().flush();
            Thread.sleep(100); // an hour in a tenth of a second: the pipeline must follow within the patience
        }
    }

    private static List<Alert> alerts(Pipeline pipeline) {
        AvroDecoder<Alert> decoder = new AvroDecoder<>(pipeline.registry(), Alert.class);
        List<Alert> alerts = new ArrayList<>();
        try (CommittedRecords records = new CommittedRecords(pipeline.bootstrapServers())) {
            records.read(Topics.ALERTS, Map.of(), record -> {
                if (decoder.decode(record.value()) instanceof Decoded.Value<Alert> read) {
                    alerts.add(read.value());
                }
            });
        }
        return alerts;
    }
}
