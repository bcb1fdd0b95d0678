package io.journeystream.local.stitching;

import io.journeystream.clock.ClockTick;
import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Identifier;
import io.journeystream.events.TrustedRecords;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.topics.ImportId;
import io.journeystream.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Puts events where tests want them. Times count from the start of 2020, in milliseconds. */
final class Producing implements AutoCloseable {
    static final long BEGIN = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
    static final long MINUTE = 60_000;
    static final long DAY = 1440 * MINUTE;

    static {
        TrustedRecords.trust();
    }

    private final SchemaRegistry registry;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> unsent = new AtomicReference<>();
    private int events;

    Producing(LocalStack stack) {
        this.registry = stack.schemaRegistry();
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers(), "linger.ms", 5),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    static String customerId(String account) {
        return Identifiers.customerId(new Identifier("account", account));
    }

    /** One phone call, well placed. */
    ChannelEvent call(String account, long at) {
        Identifier identifier = new Identifier("account", account);
        return call(List.of(identifier), identifier, at);
    }

    /** One phone call under a key that says nothing of its customer. */
    void misplacedCall(String account, long at) {
        byte[] key = ("elsewhere" + events).getBytes(StandardCharsets.UTF_8);
        send(key, call(new Identifier("account", account), "e" + events++, at));
    }

    /** One phone call of somebody who is named so, under the key of one of the names. */
    ChannelEvent call(List<Identifier> identifiers, Identifier key, long at) {
        ChannelEvent call = call(identifiers, "e" + events++, at);
        send(Identifiers.key(key), call);
        return call;
    }

    /** The same event again, as a source that retries would send it. */
    void again(ChannelEvent event) {
        send(Identifiers.key(event.getIdentifiers().get(0)), event);
    }

    /** One phone call that an import brings. */
    void importedCall(String importId, String account, long at) {
        Identifier identifier = new Identifier("account", account);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Topics.CHANNEL_EVENTS.name(),
                null,
                Identifiers.key(identifier),
                serialized(call(identifier, "e" + events++, at)));
        record.headers().add(ImportId.HEADER, new ImportId(importId).header());
        send(record);
    }

    private static ChannelEvent call(Identifier identifier, String eventId, long at) {
        return call(List.of(identifier), eventId, at);
    }

    private static ChannelEvent call(List<Identifier> identifiers, String eventId, long at) {
        return ChannelEvent.newBuilder()
                .setSource("test")
                .setEventId(eventId)
                .setOccurredAt(Instant.ofEpochMilli(BEGIN + at))
                .setIdentifiers(identifiers)
                .setIntent("billing")
                .setChannel("phone")
                .setContactId(eventId)
                .setDirection(Direction.INBOUND)
                .setAction(Action.CONNECTED)
                .setDurationMillis(MINUTE)
                .build();
    }

    private void send(byte[] key, ChannelEvent event) {
        send(Topics.CHANNEL_EVENTS.name(), null, key, serialized(event));
    }

    private byte[] serialized(ChannelEvent event) {
        return Topics.CHANNEL_EVENTS.valueSerializer(registry).serialize(Topics.CHANNEL_EVENTS.name(), event);
    }

    /** What a person lays down about identity. */
    void command(IdentityCommand command) {
        byte[] value =
                Topics.IDENTITY_COMMANDS.valueSerializer(registry).serialize(Topics.IDENTITY_COMMANDS.name(), command);
        send(Topics.IDENTITY_COMMANDS.name(), null, Identifiers.key(command.getIdentifier()), value);
    }

    void bytes(String text) {
        send(Topics.CHANNEL_EVENTS.name(), 0, null, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Tells every partition that time has come so far. */
    void tick(long at) {
        byte[] value = Topics.CLOCK
                .valueSerializer(registry)
                .serialize(Topics.CLOCK.name(), new ClockTick(Instant.ofEpochMilli(BEGIN + at), "test", null, false));
        for (int partition = 0;
                partition < producer.partitionsFor(Topics.CLOCK.name()).size();
                partition++) {
            send(Topics.CLOCK.name(), partition, null, value);
        }
    }

    private void send(String topic, @Nullable Integer partition, byte @Nullable [] key, byte[] value) {
        send(new ProducerRecord<>(topic, partition, key, value));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback sees the failure, flush tells it
    private void send(ProducerRecord<byte[], byte[]> record) {
        producer.send(record, (sent, failure) -> {
            if (failure != null) {
                unsent.compareAndSet(null, failure);
            }
        });
    }

    /** Every record is with Kafka afterwards. */
    void flush() {
        producer.flush();
        Exception failure = unsent.get();
        if (failure != null) {
            throw new IllegalStateException("a test's record was not sent", failure);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
