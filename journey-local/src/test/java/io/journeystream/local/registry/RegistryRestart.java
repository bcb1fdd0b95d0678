package io.journeystream.local.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Identifiers;
import io.journeystream.ingest.producing.EventProducer;
import io.journeystream.ingest.producing.ProducerSettings;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.registry.AvroSchemas;
import io.journeystream.registry.Backoff;
import io.journeystream.registry.CachingRegistry;
import io.journeystream.registry.RegistryClient;
import io.journeystream.registry.RegistrySettings;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.registry.WireFormat;
import io.journeystream.streams.StitchingService;
import io.journeystream.streams.StitchingSettings;
import io.journeystream.streams.ledger.LedgerView;
import io.journeystream.topics.Topics;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry goes away and comes back while events arrive, one of them with a schema that nobody has asked for yet. */
abstract class RegistryRestart {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Backoff IMPATIENT = new Backoff(2, Duration.ofMillis(10), Duration.ofMillis(50));
    private static final String SUBJECT = WireFormat.valueSubject(Topics.CHANNEL_EVENTS.name());

    /** The client under test. */
    abstract RegistryClient client();

    @Test
    void nothing_is_lost_and_all_goes_on(@TempDir Path state) throws Exception {
        try (LocalStack stack = LocalStack.start(StackSettings.temporary())) {
            EmbeddedRegistry registry = EmbeddedRegistry.start(stack.bootstrapServers(), 0);
            int port = URI.create(registry.url()).getPort();
            SchemaRegistry client = connect(registry.url());
            StitchingSettings settings = StitchingSettings.of(stack.bootstrapServers(), state);
            try (EventProducer edge = EventProducer.connect(
                            ProducerSettings.of(stack.bootstrapServers()), client, Clock.systemUTC());
                    StitchingService stitching = new StitchingService(settings, StandingDefinitions.STANDARD, client)) {
                edge.send(new Event.Channel(call("before")));
                edge.flush();
                stitching.start();
                assertThat(stitching.awaitDrained(PATIENCE)).isTrue();
                int newer = connect(registry.url()).register(SUBJECT, newerSchema());

                registry.close();
                edge.send(new Event.Channel(call("during")));
                edge.flush();
                sendNewer(stack, client, newer);
                awaitInterruption(stitching);
                registry = EmbeddedRegistry.start(stack.bootstrapServers(), port);

                assertThat(stitching.awaitDrained(PATIENCE)).isTrue();
                LedgerView ledger = stitching.ledger().orElseThrow();
                assertThat(ledger.isBalanced()).as("%s", ledger).isTrue();
                assertThat(ledger.processed()).isEqualTo(3);
                assertThat(ledger.customers()).isEqualTo(3);
            } finally {
                registry.close();
            }
        }
    }

    private SchemaRegistry connect(String url) {
        return new CachingRegistry(client().connect(RegistrySettings.of(url).withBackoff(IMPATIENT)));
    }

    private static void awaitInterruption(StitchingService stitching) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (stitching.interruptions() == 0) {
            assertThat(System.nanoTime() - end)
                    .as("stitching has noticed nothing")
                    .isNegative();
            assertThat(stitching.failure()).isEmpty();
            Thread.sleep(20);
        }
    }

    /** Ours with one field more at its end. */
    private static Schema newerSchema() {
        Schema ours = AvroSchemas.published(ChannelEvent.getClassSchema());
        List<Schema.Field> fields = new ArrayList<>();
        ours.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        Schema optional = Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
        fields.add(new Schema.Field("comment", optional, null, Schema.Field.NULL_DEFAULT_VALUE));
        return Schema.createRecord(ours.getName(), ours.getDoc(), ours.getNamespace(), false, fields);
    }

    /** In Avro's binary, the new field is one more byte, 0 for null. */
    private static void sendNewer(LocalStack stack, SchemaRegistry registry, int schemaId) throws Exception {
        ChannelEvent event = call("newer");
        String topic = Topics.CHANNEL_EVENTS.name();
        byte[] ours = Topics.CHANNEL_EVENTS.valueSerializer(registry).serialize(topic, event);
        byte[] newer = Arrays.copyOf(ours, ours.length + 1);
        ByteBuffer.wrap(newer).putInt(1, schemaId);
        byte[] key = Identifiers.key(event.getIdentifiers().get(0));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", stack.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, newer)).get();
        }
    }

    private static ChannelEvent call(String account) {
        return ChannelEvent.newBuilder()
                .setSource("test")
                .setEventId(account)
                .setOccurredAt(Instant.parse("2020-01-01T09:00:00Z"))
                .setIdentifiers(List.of(new Identifier("account", account)))
                .setChannel("phone")
                .setContactId(account)
                .setDirection(Direction.INBOUND)
                .setAction(Action.CONNECTED)
                .build();
    }
}
