package io.journeystream.local.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.ingest.producing.EventProducer;
import io.journeystream.ingest.producing.ProducerSettings;
import io.journeystream.journeys.Journey;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.local.stitching.Published;
import io.journeystream.registry.CachingRegistry;
import io.journeystream.registry.RegistryClient;
import io.journeystream.registry.RegistrySettings;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.registry.WireFormat;
import io.journeystream.streams.StitchingService;
import io.journeystream.streams.StitchingSettings;
import io.journeystream.topics.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Programs that nobody here wrote read our journeys and write events that become journeys. Subclasses say which registry
 * stands beside the embedded broker.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ForeignClients {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NINE = Instant.parse("2020-01-01T09:00:00Z");

    private LocalStack stack;
    private SchemaRegistry registry;

    /** Address of the registry that all are to use. */
    abstract String registryUrl(LocalStack stack);

    @BeforeAll
    void publishJourneys() throws InterruptedException {
        stack = LocalStack.start(StackSettings.temporary());
        registry = new CachingRegistry(RegistryClient.OWN.connect(RegistrySettings.of(registryUrl(stack))));
        try (EventProducer edge =
                EventProducer.connect(ProducerSettings.of(stack.bootstrapServers()), registry, Clock.systemUTC())) {
            edge.send(call("ada", NINE));
            edge.send(call("ada", NINE.plusSeconds(600)));
            edge.send(call("zoë", NINE));
            edge.flush();
        }
        stitch();
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
        List<Journey> ours = journeys();

        assertSame(kcat("-s", "value=avro", "-r", registryUrl(stack)), ours);
    }

    /** Any build of kcat can do so much: byte 0, the schema's id, and the key in front. */
    @Test
    void kcat_reads_keys_and_the_headers_of_values() throws Exception {
        assumeTrue(Command.exists("kcat"), "kcat is not installed");
        int schemaId = registry.latest(WireFormat.valueSubject(Topics.JOURNEYS.name()))
                .orElseThrow()
                .id();
        List<String> ours = journeys().stream()
                .map(journey -> journey.getJourneyId() + "|0 " + schemaId)
                .toList();

        assertThat(kcat("-s", "value=>B >I", "-K", "|")).containsExactlyInAnyOrderElementsOf(ours);
    }

    private List<String> kcat(String... how) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("kcat", "-C", "-q", "-e", "-o", "beginning"));
        words.addAll(List.of("-b", stack.bootstrapServers(), "-t", Topics.JOURNEYS.name()));
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
        List<Journey> ours = journeys();
        var schemas = registry.latest(WireFormat.valueSubject(Topics.CHANNEL_EVENTS.name()));

        List<String> theirs = NodeClients.run(
                script, List.of(stack.bootstrapServers(), registryUrl(stack), account, Integer.toString(ours.size())));
        stitch();

        assertSame(theirs, ours);
        assertThat(registry.latest(WireFormat.valueSubject(Topics.CHANNEL_EVENTS.name())))
                .isEqualTo(schemas);
        assertThat(journeys())
                .filteredOn(journey -> journey.getContacts().get(0).getSource().equals(account))
                .singleElement()
                .satisfies(journey -> assertThat(journey.getType()).isEqualTo("billing"))
                .satisfies(journey -> assertThat(journey.getContactCount()).isEqualTo(1));
    }

    private static void assertSame(List<String> lines, List<Journey> ours) throws IOException {
        List<JsonNode> theirs = new ArrayList<>();
        for (String line : lines) {
            theirs.add(AvroJson.parse(line));
        }
        List<JsonNode> expected = new ArrayList<>();
        for (Journey journey : ours) {
            expected.add(AvroJson.of(journey));
        }
        assertThat(theirs)
                .usingElementComparator((a, b) -> a.equals(AvroJson.NUMBERS, b) ? 0 : 1)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private void stitch() throws InterruptedException {
        StitchingSettings settings = StitchingSettings.of(
                stack.bootstrapServers(), stack.dataDirectory().resolve("state"));
        try (StitchingService stitching = new StitchingService(settings, StandingDefinitions.STANDARD, registry)) {
            stitching.start();
            assertThat(stitching.awaitDrained(PATIENCE)).isTrue();
        }
    }

    private List<Journey> journeys() {
        List<Journey> all = new ArrayList<>();
        Published.read(stack.bootstrapServers(), registry, all::add);
        return all;
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
