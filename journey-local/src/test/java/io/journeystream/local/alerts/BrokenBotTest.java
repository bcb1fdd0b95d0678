package io.journeystream.local.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.journeystream.alerts.Alert;
import io.journeystream.alerts.AlertStatus;
import io.journeystream.definitions.DefinitionsFile;
import io.journeystream.definitions.Reading;
import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.ingest.events.Parsed;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.local.cli.Journey;
import io.journeystream.local.cli.Main;
import io.journeystream.local.clients.AlertmanagerProcess;
import io.journeystream.local.outages.JvmProcess;
import io.journeystream.local.outages.Until;
import io.journeystream.local.pipeline.Pipeline;
import io.journeystream.local.pipeline.PipelineSettings;
import io.journeystream.local.simulator.Admission;
import io.journeystream.local.simulator.BotOutage;
import io.journeystream.local.simulator.Simulator;
import io.journeystream.local.simulator.SimulatorSettings;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.registry.AvroDecoder;
import io.journeystream.registry.Decoded;
import io.journeystream.serve.reading.CommittedRecords;
import io.journeystream.streams.health.HealthPace;
import io.journeystream.streams.publishing.Pace;
import io.journeystream.topics.Topics;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The simulated organisation's bot breaks for a day; whoever has subscribed hears of it once, and that it is over. */
@Timeout(300)
class BrokenBotTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final BotOutage OUTAGE =
            new BotOutage(START.plus(Duration.ofDays(2)), START.plus(Duration.ofDays(3)));
    private static final HealthPace PROMPT =
            new HealthPace(Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofSeconds(1));
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration SETTLING = Duration.ofSeconds(3);
    private static final String ASKS = "asks alert rules";
    private static final String TELLS = "tells of alerts now";
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

    @TempDir
    private Path directory;

    private final Receiver webhook = Receiver.start();
    private final Receiver behindAlertmanager = Receiver.start();
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @AfterEach
    void stop() {
        webhook.close();
        behindAlertmanager.close();
        mail.stop();
    }

    @Test
    void a_bot_that_breaks_is_told_once_and_once_that_it_is_over_to_each_that_has_subscribed() throws Exception {
        assumeTrue(AlertmanagerProcess.isInstalled(), AlertmanagerProcess.PROGRAM + " is not installed");
        mail.start();
        PipelineSettings settings = new PipelineSettings(
                StackSettings.temporary(),
                definitions(),
                Pace.STANDARD.withInterval(Duration.ofMillis(200)),
                PROMPT,
                Clock.systemUTC());
        try (Pipeline pipeline = Pipeline.start(settings);
                AlertmanagerProcess alertmanager = AlertmanagerProcess.start(directory, behindAlertmanager.uri());
                JvmProcess delivering = delivering(pipeline)) {
            subscribe(pipeline, alertmanager.uri());
            pipeline.edge().tick(START, "test");
            Until.holds("rules are asked", SOON, () -> delivering.said().contains(ASKS), delivering::said);
            Until.holds("it tells", SOON, () -> delivering.said().contains(TELLS), delivering::said);
            Organisation organisation = new Organisation(pipeline);
            organisation.liveUntil(OUTAGE.until());
            Until.holds("everybody has heard", SOON, () -> everybodyHasHeard(1), () -> heard() + delivering.said());
            organisation.liveUntil(START.plus(LENGTH));
            Until.holds(
                    "everybody has heard twice", SOON, () -> everybodyHasHeard(2), () -> heard() + delivering.said());
            Thread.sleep(SETTLING.toMillis()); // for what must not come

            assertThat(alerts(pipeline).stream().filter(BrokenBotTest::fires))
                    .singleElement()
                    .satisfies(fired -> {
                        assertThat(fired.getFiredAt())
                                .isBetween(OUTAGE.from(), OUTAGE.from().plus(Duration.ofHours(24)));
                        assertThat(fired.getExamples()).hasSize(5).allMatch(id -> id.startsWith("j_"));
                        assertThat(fired.getTeam()).isEqualTo("digital");
                    });
            assertThat(webhook.bodies()).as(heard()).hasSize(2);
            assertThat(behindAlertmanager.bodies()).as(heard()).hasSize(2);
            assertThat(mail.getReceivedMessages()).as(heard()).hasSize(2);
            assertThat(delivering.terminate()).isEqualTo(143);
        }
    }

    private boolean everybodyHasHeard(int times) {
        return webhook.bodies().size() >= times
                && behindAlertmanager.bodies().size() >= times
                && mail.getReceivedMessages().length >= times;
    }

    private String heard() {
        return "webhook " + webhook.bodies() + ", Alertmanager " + behindAlertmanager.bodies() + ", "
                + mail.getReceivedMessages().length + " mails; ";
    }

    private static boolean fires(Alert alert) {
        return alert.getStatus() == AlertStatus.FIRING && alert.getAskedAt().equals(alert.getFiredAt());
    }

    /** {@code ./journey alerts deliver}, as a person runs it. */
    private JvmProcess delivering(Pipeline pipeline) throws IOException {
        Path secrets = Files.createDirectory(directory.resolve("secrets"));
        Files.writeString(secrets.resolve("hook"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        return JvmProcess.start(
                directory.resolve("deliver.log"),
                300,
                Main.class,
                "alerts",
                "deliver",
                "--bootstrap-server",
                pipeline.bootstrapServers(),
                "--registry",
                pipeline.registryUrl(),
                "--set",
                "alerts.patience=2s",
                "--set",
                "alerts.private-targets=true",
                "--set",
                "alerts.secrets=" + secrets);
    }

    private void subscribe(Pipeline pipeline, URI alertmanager) throws IOException {
        put(
                pipeline,
                "hook",
                "{webhook: {url: \"%s\", secret: \"file:%s\"}}"
                        .formatted(webhook.uri(), directory.resolve("secrets/hook")));
        put(pipeline, "manager", "{alertmanager: {url: \"%s\"}}".formatted(alertmanager));
        put(
                pipeline,
                "mail",
                "{email: {to: [care@example.org], from: journeys@example.org, server: 127.0.0.1, port: %d, tls: none}}"
                        .formatted(mail.getSmtp().getPort()));
    }

    private void put(Pipeline pipeline, String id, String to) throws IOException {
        Path file = Files.writeString(
                directory.resolve(id + ".yaml"),
                "id: %s\nteam: digital\nto: %s\ngroup: {wait: 0s, interval: 0s}\n".formatted(id, to));
        Journey put = Journey.run(
                "subscriptions",
                "put",
                file.toString(),
                "--team",
                "digital",
                "--bootstrap-server",
                pipeline.bootstrapServers(),
                "--registry",
                pipeline.registryUrl());
        assertThat(put.exitCode()).as("%s", put).isZero();
    }

    private static WrittenDefinitions definitions() {
        return ((Reading.Read) DefinitionsFile.parse("journeys.yaml", DEFINITIONS.getBytes(StandardCharsets.UTF_8)))
                .written();
    }

    /** Lives hour by hour, with a tick at the end of each. */
    private static final class Organisation {
        private final Pipeline pipeline;
        private final Simulator simulator = new Simulator(SimulatorSettings.realistic(1, START)
                .withoutDirt()
                .sized(20_000, 800)
                .breaking(OUTAGE));
        private final Admission admission =
                new Admission(new IdentifierSettings(definitions().definitions().identity(), null, Map.of(), null));
        private Instant now = START;

        Organisation(Pipeline pipeline) {
            this.pipeline = pipeline;
        }

        void liveUntil(Instant end) {
            while (now.isBefore(end)) {
                now = now.plus(Duration.ofHours(1));
                while (simulator.nextArrival().isBefore(now)) {
                    if (admission.of(simulator.next()) instanceof Parsed.Accepted accepted) {
                        pipeline.edge().send(accepted.event());
                    }
                }
                pipeline.edge().tick(now, "test");
                pipeline.edge().flush();
            }
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
