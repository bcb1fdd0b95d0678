package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Identifiers;
import io.journeystream.ingest.producing.EventProducer;
import io.journeystream.ingest.producing.ProducerSettings;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.registry.AvroSchemas;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.registry.WireFormat;
import io.journeystream.topics.Topics;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes events with a schema whose id the registry gives away only later. */
final class UnknownWriter {
    private final LocalStack stack;
    private final SchemaRegistry registry;
    private final int id;

    UnknownWriter(LocalStack stack) {
        this.stack = stack;
        this.registry = stack.schemaRegistry();
        registerOurs();
        this.id = registry.register("filler", SchemaBuilder.fixed("Filler").size(1)) + 1;
    }

    /** So that none of them takes the id. */
    private void registerOurs() {
        ProducerSettings settings = ProducerSettings.of(stack.bootstrapServers());
        EventProducer.connect(settings, registry, Clock.systemUTC()).close();
        registry.register(
                WireFormat.valueSubject(Topics.JOURNEYS.name()),
                AvroSchemas.published(io.journeystream.journeys.Journey.getClassSchema()));
    }

    void write(String account, Instant at) throws Exception {
        Identifier identifier = new Identifier("account", account);
        byte[] value = Topics.CHANNEL_EVENTS
                .valueSerializer(registry)
                .serialize(Topics.CHANNEL_EVENTS.name(), call(identifier, at));
        ByteBuffer.wrap(value).putInt(1, id);
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.CHANNEL_EVENTS.name(), Identifiers.key(identifier), value))
                    .get();
        }
    }

    private static ChannelEvent call(Identifier identifier, Instant at) {
        return ChannelEvent.newBuilder()
                .setSource("elsewhere")
                .setEventId("e1")
                .setOccurredAt(at)
                .setIdentifiers(List.of(identifier))
                .setChannel("phone")
                .setContactId("c1")
                .setDirection(Direction.INBOUND)
                .setAction(Action.CONNECTED)
                .build();
    }

    /** The same schema in other words is another version, with an id of its own. */
    void makeKnown() {
        Schema same = AvroSchemas.parse(AvroSchemas.published(ChannelEvent.getClassSchema())
                .toString()
                .replace("Employee who took part", "Whoever took part"));
        assertThat(registry.register(WireFormat.valueSubject(Topics.CHANNEL_EVENTS.name()), same))
                .isEqualTo(id);
    }
}
