package io.journeystream.local.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.journeystream.definitions.DefinitionsFile;
import io.journeystream.definitions.Reading;
import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.ingest.producing.EventProducer;
import io.journeystream.ingest.producing.ProducerSettings;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.registry.CachingRegistry;
import io.journeystream.registry.RegistryClient;
import io.journeystream.registry.RegistrySettings;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.registry.WireFormat;
import io.journeystream.streams.HealthService;
import io.journeystream.streams.StitchingService;
import io.journeystream.streams.StitchingSettings;
import io.journeystream.streams.health.HealthPace;
import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Programs that nobody here wrote read our journeys, their health and map, and write events that become journeys.
 * Subclasses say which registry stands beside the embedded broker.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ForeignClients {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<Topic<String, ? extends SpecificRecord>> READ =
            List.of(Topics.JOURNEYS, Topics.HEALTH, Topics.FLOWS);
    private static final StandingDefinitions DEFINITIONS = definitions();
    private static final Instant NINE = Instant.parse("2020-01-01T09:00:00Z");

    private LocalStack stack;
    private SchemaRegistry registry;
    private OurRecords ours;

    /** Address of the registry that all are to use. */
    abstract String registryUrl(LocalStack stack);

    @BeforeAll
    void publishJourneys() throws InterruptedException {
        stack = LocalStack.start(StackSettings.temporary());
        registry = new CachingRegistry(RegistryClient.OWN.connect(RegistrySettings.of(registryUrl(stack))));
        ours = new OurRecords(stack.bootstrapServers(), registry);
        try (EventProducer edge =
                EventProducer.connect(ProducerSettings.of(stack.bootstrapServers()), registry, Clock.systemUTC())) {
            edge.send(call("ada", NINE));
            edge.send(call("ada", NINE.plusSeconds(600)));
            edge.send(call("zoë", NINE));
            edge.flush();
        }
        stitch();
        count();
    }

    /** With calls so dear that squares of their cost need more than 64 bits. */
    private static StandingDefinitions definitions() {
        String yaml = "channels: {phone: {cost-per-contact: 999999.99, cost-per-minute: 1.60}}";
        Reading reading = DefinitionsFile.parse("definitions", yaml.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return StandingDefinitions.unpublished(((Reading.Read) reading).written());
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    void kcat_reads_what_we_wrote() throws Exception {
        assumeTrue(Command.exists("kcat"), "kcat is not installed");
        assumeTrue(
                Command.lines(Path.of("."), List.of("kcat", "-V")).stream().anyMatch(line -> line.contains("Avro")),
                "this build of kcat has no Avro, as Debian's 1.7.1 has none");
        for (Topic<String, ?> topic : READ) {
            List<String> lines = kcat(topic, "-s", "value=avro", "-r", registryUrl(stack), "-f", "%t\t%k\t%s\n");
            Told.assertSame(Told.parse(lines), ours.of(topic));
        }
    }

    /** Any build of kcat can do so much: byte 0, the schema's id, and the key in front. */
    @Test
    void kcat_reads_keys_and_the_headers_of_values() throws Exception {
        assumeTrue(Command.exists("kcat"), "kcat is not installed");
        for (Topic<String, ?> topic : READ) {
            int schemaId = registry.latest(WireFormat.valueSubject(topic.name()))
                    .orElseThrow()
                    .id();
            List<String> expected = ours.of(topic).stream()
                    .map(record -> record.key() + "|0 " + schemaId)
                    .toList();

            assertThat(kcat(topic, "-s", "value=>B >I", "-K", "|"))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private List<String> kcat(Topic<?, ?> topic, String... how) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("kcat", "-C", "-q", "-e", "-o", "beginning"));
        words.addAll(List.of("-b", stack.bootstrapServers(), "-t", topic.name()));
        words.addAll(List.of(how));
        return Command.lines(Path.of("."), words);
    }

    @Test
    void the_registry_client_of_kafkajs_reads_and_writes() throws Exception {
        readsAndWrites("with-kafkajs-registry.js", "kafkajs");
    }

    @Test
    void the_registry_client_of_confluent_reads_and_writes() throws Exception {
        readsAndWrites("with-confluent-registry.js", "confluent");
    }

    private void readsAndWrites(String script, String account) throws IOException, InterruptedException {
        assumeTrue(NodeClients.canRun(), "node and npm are not installed");
        List<Told> before = ours.of(READ);
        var schemas = registry.latest(WireFormat.valueSubject(Topics.CHANNEL_EVENTS.name()));

        List<String> words = new ArrayList<>(List.of(stack.bootstrapServers(), registryUrl(stack), account));
        READ.forEach(topic -> words.add(topic.name() + "="
                + before.stream()
                        .filter(record -> record.topic().equals(topic.name()))
                        .count()));
        List<String> lines = NodeClients.run(script, words);
        stitch();

        Told.assertSame(Told.parse(records(lines)), before);
        assertThat(lines)
                .filteredOn(line -> line.startsWith(OurRecords.MONEY))
                .containsExactlyInAnyOrderElementsOf(ours.money());
        assertThat(registry.latest(WireFormat.valueSubject(Topics.CHANNEL_EVENTS.name())))
                .isEqualTo(schemas);
        assertThat(ours.journeys())
                .filteredOn(journey -> journey.getContacts().get(0).getSource().equals(account))
                .singleElement()
                .satisfies(journey -> assertThat(journey.getType()).isEqualTo("billing"))
                .satisfies(journey -> assertThat(journey.getContactCount()).isEqualTo(1));
    }

    private static List<String> records(List<String> lines) {
        return lines.stream().filter(line -> !line.startsWith(OurRecords.MONEY)).toList();
    }

    private void stitch() throws InterruptedException {
        try (StitchingService stitching = new StitchingService(settings(), DEFINITIONS, registry)) {
            stitching.start();
            assertThat(stitching.awaitDrained(PATIENCE)).isTrue();
        }
    }

    private void count() throws InterruptedException {
        try (HealthService health = new HealthService(settings(), DEFINITIONS, registry, HealthPace.BULK)) {
            health.start();
            assertThat(health.awaitDrained(PATIENCE)).isTrue();
        }
    }

    private StitchingSettings settings() {
        return StitchingSettings.of(
                stack.bootstrapServers(), stack.dataDirectory().resolve("state"));
    }

    private static Event call(String account, Instant at) {
        return new Event.Channel(ChannelEvent.newBuilder()
                .setSource("acd")
                .setEventId(account + at)
                .setOccurredAt(at)
                .setIdentifiers(List.of(new Identifier("account", account)))
                .setIntent("billing")
                .setChannel("phone")
                .setContactId(account + at)
                .setDirection(Direction.INBOUND)
                .setAction(Action.CONNECTED)
                .setDurationMillis(61_234L)
                .build());
    }
}
