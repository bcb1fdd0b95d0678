package io.journeystream.streams.intake;

import io.journeystream.clock.ClockTick;
import io.journeystream.definitions.PublishedDefinitions;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Event;
import io.journeystream.events.EventRules;
import io.journeystream.events.OperationalEvent;
import io.journeystream.events.VocEvent;
import io.journeystream.identity.Erasure;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.registry.AvroDecoder;
import io.journeystream.registry.Decoded;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.rejects.RejectReason;
import io.journeystream.streams.intake.Received.Accepted;
import io.journeystream.streams.intake.Received.Refused;
import io.journeystream.topics.ImportId;
import io.journeystream.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * From the bytes of a record to an event that keeps the rules, or to the reason why not. Bad bytes are a value here, so
 * that they are refused and counted in the transaction that reads them.
 */
public final class Intake {
    /** Greater than this an event, with what is kept beside it, would not fit into other topics. */
    private static final int LARGEST = 1_000_000;

    private final Map<String, Function<byte[], Decoded<Event>>> decoders;
    private final AvroDecoder<ClockTick> ticks;
    private final AvroDecoder<IdentityCommand> commands;
    private final AvroDecoder<Erasure> erasures;
    private final AvroDecoder<PublishedDefinitions> definitions;

    public Intake(SchemaRegistry registry) {
        AvroDecoder<ChannelEvent> channel = new AvroDecoder<>(registry, ChannelEvent.class);
        AvroDecoder<OperationalEvent> operational = new AvroDecoder<>(registry, OperationalEvent.class);
        AvroDecoder<VocEvent> voc = new AvroDecoder<>(registry, VocEvent.class);
        this.commands = new AvroDecoder<>(registry, IdentityCommand.class);
        this.erasures = new AvroDecoder<>(registry, Erasure.class);
        this.definitions = new AvroDecoder<>(registry, PublishedDefinitions.class);
        this.ticks = new AvroDecoder<>(registry, ClockTick.class);
        this.decoders = Map.of(
                Topics.CHANNEL_EVENTS.name(), bytes -> as(Event.Channel::new, channel.decode(bytes)),
                Topics.OPERATIONAL_EVENTS.name(), bytes -> as(Event.Operational::new, operational.decode(bytes)),
                Topics.VOC_EVENTS.name(), bytes -> as(Event.Voc::new, voc.decode(bytes)));
    }

    private static <T> Decoded<Event> as(Function<T, Event> kind, Decoded<T> decoded) {
        if (decoded instanceof Decoded.Value<T> read) {
            return new Decoded.Value<>(kind.apply(read.value()));
        }
        return decoded instanceof Decoded.UnknownSchema<T> unknown
                ? new Decoded.UnknownSchema<>(unknown.schemaId(), unknown.message())
                : new Decoded.Undecodable<>(((Decoded.Undecodable<T>) decoded).message());
    }

    /**
     * The event of a record.
     *
     * @param headers may say that it is part of an import
     * @param topic one of the three event topics
     * @throws io.journeystream.registry.RegistryUnavailable if its schema cannot be asked for now
     */
    public Received event(String topic, Headers headers, byte @Nullable [] value) {
        Function<byte[], Decoded<Event>> decoder = decoders.get(topic);
        if (decoder == null) {
            throw new IllegalArgumentException(topic + " is no topic of events");
        }
        if (value == null) {
            return new Refused(RejectReason.UNDECODABLE, "a record without a value", null);
        }
        if (value.length > LARGEST) {
            String message = "an event may have " + LARGEST + " bytes, this record has " + value.length;
            return new Refused(RejectReason.TOO_LARGE, message, null);
        }
        return checked(decoder.apply(value), importId(headers));
    }

    /** Null for none; what cannot be an id stays as it is, and is refused. */
    private static @Nullable String importId(Headers headers) {
        Header header = headers.lastHeader(ImportId.HEADER);
        if (header == null) {
            return null;
        }
        return header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static Received checked(Decoded<Event> decoded, @Nullable String importId) {
        if (decoded instanceof Decoded.UnknownSchema<Event> unknown) {
            return new Refused(RejectReason.UNKNOWN_SCHEMA, unknown.message(), null);
        }
        if (decoded instanceof Decoded.Undecodable<Event> undecodable) {
            return new Refused(RejectReason.UNDECODABLE, undecodable.message(), null);
        }
        Event event = ((Decoded.Value<Event>) decoded).value();
        if (event.identifiers().isEmpty()) {
            return new Refused(RejectReason.NO_IDENTIFIER, "an event needs at least one identifier", event);
        }
        String broken = EventRules.broken(event);
        if (broken == null && importId != null && !ImportId.isValid(importId)) {
            broken = "the header " + ImportId.HEADER + " holds no id of an import: '" + importId + "'";
        }
        return broken == null ? new Accepted(event, importId) : new Refused(RejectReason.INVALID, broken, event);
    }

    /** The command about identity of a record, or why it is none. */
    public Decoded<IdentityCommand> command(byte @Nullable [] value) {
        return value == null ? new Decoded.Undecodable<>("a record without a value") : commands.decode(value);
    }

    /** The definitions of a record, or why it has none. */
    public Decoded<PublishedDefinitions> definitions(byte @Nullable [] value) {
        return value == null ? new Decoded.Undecodable<>("a record without a value") : definitions.decode(value);
    }

    /** The erasure of a record, or why it is none. */
    public Decoded<Erasure> erasure(byte @Nullable [] value) {
        return value == null ? new Decoded.Undecodable<>("a record without a value") : erasures.decode(value);
    }

    /** The tick of a record, or why it is none. */
    public Decoded<ClockTick> tick(byte @Nullable [] value) {
        return value == null ? new Decoded.Undecodable<>("a record without a value") : ticks.decode(value);
    }
}
