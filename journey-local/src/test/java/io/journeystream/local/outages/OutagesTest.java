package io.journeystream.local.outages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.local.analyze.Analysis;
import io.journeystream.local.analyze.AnalysisRequest;
import io.journeystream.local.machine.LoopbackPort;
import io.journeystream.local.view.Console;
import io.journeystream.streams.StitchingService;
import io.journeystream.streams.StitchingSettings;
import io.journeystream.streams.ledger.LedgerView;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Takes away what the services need, and the services themselves, while clients send on. */
@Timeout(900)
class OutagesTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration AWAY = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration LATE = Duration.ofMinutes(5);

    @TempDir
    private Path directory;

    private final int port = LoopbackPort.free();
    private Services services;
    private JvmProcess kafka;
    private JvmProcess registry;
    private JvmProcess ingest;
    private JvmProcess streams;
    private Load load;

    @BeforeEach
    void start() throws Exception {
        services = new Services(directory);
        kafka = services.kafka();
        registry = services.registry();
        awaitSaid(kafka, KafkaMain.TOPICS_ARE_MADE);
        ingest = services.ingest(port);
        awaitReady(port);
        streams = services.streams();
        load = Load.start(Services.events(port), Instant.now());
        awaitPublishing();
    }

    @AfterEach
    void stop() {
        if (load != null) {
            load.stop();
        }
        Stream.of(streams, ingest, registry, kafka).filter(Objects::nonNull).forEach(JvmProcess::close);
    }

    @Test
    void whatever_is_taken_away_nothing_is_lost_and_nothing_counts_twice() throws Exception {
        registryAway();
        brokerAway();
        ingestKilled();
        streamsKilled();

        List<Batch> batches = load.end(SOON);
        assertThat(load.answers().undocumented()).isEmpty();
        everyAcceptedEventIsInKafka(batches);
        everythingIsProcessedOnce(batches);
        assertThat(new InKafka(services).liveJourneys()).isEqualTo(atOnce(batches));
    }

    /** Who knows the schemas goes on; who begins waits, and begins when it is back. */
    private void registryAway() throws Exception {
        long end = System.nanoTime() + AWAY.toNanos();
        registry.kill();
        awaitAccepted();
        awaitPublishing();

        streams.kill();
        streams = services.streams();
        int otherPort = LoopbackPort.free();
        try (JvmProcess other = services.ingest(otherPort)) {
            awaitSaid(streams, "schema registry");
            while (System.nanoTime() < end) {
                assertThat(status(Services.ready(otherPort)))
                        .as("of an edge that knows no schemas")
                        .isNotEqualTo(200);
                assertThat(other.isAlive()).as(other.said()).isTrue();
                assertThat(streams.isAlive()).as(streams.said()).isTrue();
                Thread.sleep(500);
            }
            registry = services.registry();
            awaitReady(otherPort);
        }
        awaitPublishing();
    }

    /** Clients are told to come again; nobody gives up. */
    private void brokerAway() throws Exception {
        long end = System.nanoTime() + AWAY.toNanos();
        kafka.kill();
        int before = load.answers().refused();
        Until.holds(
                "clients are told to come again",
                SOON,
                () -> load.answers().refused() > before,
                load.answers()::toString);
        int accepted = load.answers().accepted();
        while (System.nanoTime() < end) {
            assertThat(load.answers().accepted())
                    .as("nothing is accepted that Kafka does not have")
                    .isEqualTo(accepted);
            assertThat(status(Services.ready(port))).isEqualTo(503);
            assertThat(ingest.isAlive()).as(ingest.said()).isTrue();
            assertThat(streams.isAlive()).as(streams.said()).isTrue();
            Thread.sleep(500);
        }
        kafka = services.kafka();
        awaitAccepted();
        awaitPublishing();
    }

    private void ingestKilled() throws Exception {
        awaitAccepted();
        int cut = load.answers().cut();
        ingest.kill();
        Until.holds("clients notice", SOON, () -> load.answers().cut() > cut, load.answers()::toString);
        ingest = services.ingest(port);
        awaitAccepted();
    }

    private void streamsKilled() throws Exception {
        awaitPublishing();
        streams.kill();
        awaitAccepted();
        streams = services.streams();
        awaitPublishing();
    }

    private void everyAcceptedEventIsInKafka(List<Batch> batches) {
        Map<String, Integer> inKafka = new InKafka(services).events();
        Map<String, Integer> wrong = new TreeMap<>();
        for (Batch batch : batches) {
            for (String event : batch.events()) {
                int times = inKafka.getOrDefault(id(event), 0);
                if (times < 1 || (batch.isClean() && times > 1)) {
                    wrong.put(id(event) + " after " + batch.attempts() + " attempts", times);
                }
            }
        }
        assertThat(wrong).as("events by how often they are in Kafka").isEmpty();
        assertThat(batches).as("%s", load.answers()).hasSizeGreaterThan(300).anyMatch(batch -> !batch.isClean());
    }

    private void everythingIsProcessedOnce(List<Batch> batches) throws Exception {
        assertThat(streams.terminate()).as(streams.said()).isEqualTo(143);
        StitchingSettings settings = StitchingSettings.of(services.bootstrapServers(), services.state());
        try (StitchingService stitching =
                new StitchingService(settings, StandingDefinitions.STANDARD, services.registryClient())) {
            stitching.start();
            assertThat(stitching.awaitDrained(LATE))
                    .as("lag %d", stitching.lag())
                    .isTrue();
            LedgerView ledger = stitching.ledger().orElseThrow();
            assertThat(ledger.isBalanced()).as("%s", ledger).isTrue();
            assertThat(ledger.rejected()).as("%s", ledger).isZero();
            assertThat(ledger.processed())
                    .as("%s", ledger)
                    .isEqualTo(batches.stream()
                            .mapToLong(batch -> batch.events().size())
                            .sum());
        }
    }

    /** What an analysis of the same events says. */
    private Map<String, String> atOnce(List<Batch> batches) throws Exception {
        Path events = directory.resolve("events.ndjson");
        try (Writer out = Files.newBufferedWriter(events)) {
            for (Batch batch : batches) {
                out.write(String.join("\n", batch.events()) + "\n");
            }
        }
        Path results = directory.resolve("results");
        AnalysisRequest request = new AnalysisRequest(
                List.of(events),
                null,
                null,
                null,
                ZoneOffset.UTC,
                WrittenDefinitions.STANDARD,
                IdentifierSettings.STANDARD,
                null,
                results,
                null);
        Console silent = new Console(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), false);
        assertThat(new Analysis(request, silent, Clock.systemUTC()).run()).isTrue();
        Map<String, String> journeys = new TreeMap<>();
        for (String line : Files.readAllLines(results.resolve("journeys.ndjson"))) {
            journeys.put(json(line).path("journeyId").asText(), line);
        }
        return journeys;
    }

    private static String id(String event) {
        return json(event).path("eventId").asText();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    private void awaitAccepted() throws Exception {
        int before = load.answers().accepted();
        Until.holds(
                "batches are accepted",
                SOON,
                () -> load.answers().accepted() > before + 5,
                () -> load.answers() + "\n" + ingest.said());
    }

    private void awaitPublishing() throws Exception {
        InKafka inKafka = new InKafka(services);
        long before = inKafka.published();
        Until.holds("journeys are published", LATE, () -> inKafka.published() > before, () -> streams.said());
    }

    private static void awaitSaid(JvmProcess process, String words) throws Exception {
        Until.holds("it says \"" + words + "\"", SOON, () -> process.said().contains(words), process::said);
    }

    private void awaitReady(int ingestPort) throws Exception {
        Until.holds(
                "the edge is ready",
                SOON,
                () -> status(Services.ready(ingestPort)) == 200,
                () -> ingest.said() + kafka.said() + registry.said());
    }

    /** 0 if there is no answer. */
    private static int status(URI address) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }
}
