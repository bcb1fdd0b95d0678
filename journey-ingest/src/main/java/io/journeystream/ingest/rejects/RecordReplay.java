package io.journeystream.ingest.rejects;

import io.journeystream.clock.ClockTick;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Event;
import io.journeystream.events.EventRules;
import io.journeystream.events.OperationalEvent;
import io.journeystream.events.VocEvent;
import io.journeystream.ingest.producing.RecordSink;
import io.journeystream.registry.AvroDecoder;
import io.journeystream.registry.Decoded;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.rejects.Reject;
import io.journeystream.rejects.RejectReason;
import io.journeystream.topics.Topics;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Puts records that streams refused into their topic again, byte by byte as they were. First asks whether streams would
 * take them now, for otherwise there would be one more reject of them.
 */
final class RecordReplay {
    private final Map<String, Function<byte[], Outcome>> checks;
    private final RecordSink sink;

    RecordReplay(SchemaRegistry registry, RecordSink sink) {
        AvroDecoder<ChannelEvent> channel = new AvroDecoder<>(registry, ChannelEvent.class);
        AvroDecoder<OperationalEvent> operational = new AvroDecoder<>(registry, OperationalEvent.class);
        AvroDecoder<VocEvent> voc = new AvroDecoder<>(registry, VocEvent.class);
        AvroDecoder<ClockTick> ticks = new AvroDecoder<>(registry, ClockTick.class);
        this.sink = sink;
        this.checks = Map.of(
                Topics.CHANNEL_EVENTS.name(), bytes -> event(channel.decode(bytes), Event.Channel::new),
                Topics.OPERATIONAL_EVENTS.name(), bytes -> event(operational.decode(bytes), Event.Operational::new),
                Topics.VOC_EVENTS.name(), bytes -> event(voc.decode(bytes), Event.Voc::new),
                Topics.CLOCK.name(), bytes -> readable(ticks.decode(bytes)));
    }

    Outcome replay(StoredReject stored) {
        Reject reject = stored.reject();
        String topic = Objects.requireNonNullElse(reject.getTopic(), "");
        Function<byte[], Outcome> check = checks.get(topic);
        if (check == null) {
            return new Outcome.NotReplayable("its topic, \"" + topic + "\", is none that input is read from");
        }
        if (reject.getReason() == RejectReason.TOO_LARGE) {
            return new Outcome.NotReplayable("streams takes no record that large");
        }
        Outcome outcome = check.apply(stored.payload());
        if (outcome instanceof Outcome.Replayed) {
            sink.sendAgain(record(topic, reject, stored.payload()));
        }
        return outcome;
    }

    /** Where its key leads; without one, to the partition it was in. */
    private static ProducerRecord<byte[], byte[]> record(String topic, Reject reject, byte[] payload) {
        ByteBuffer key = reject.getKey();
        if (key == null) {
            return new ProducerRecord<>(topic, reject.getPartition(), null, payload);
        }
        byte[] bytes = new byte[key.remaining()];
        key.duplicate().get(bytes);
        return new ProducerRecord<>(topic, bytes, payload);
    }

    private static <T> Outcome event(Decoded<T> decoded, Function<T, Event> kind) {
        if (!(decoded instanceof Decoded.Value<T> value)) {
            return readable(decoded);
        }
        Event event = kind.apply(value.value());
        if (event.identifiers().isEmpty()) {
            return new Outcome.StillRefused(RejectReason.NO_IDENTIFIER, "an event needs at least one identifier");
        }
        @Nullable String broken = EventRules.broken(event);
        return broken == null ? new Outcome.Replayed(1) : new Outcome.StillRefused(RejectReason.INVALID, broken);
    }

    private static <T> Outcome readable(Decoded<T> decoded) {
        if (decoded instanceof Decoded.UnknownSchema<T> unknown) {
            return new Outcome.StillRefused(RejectReason.UNKNOWN_SCHEMA, unknown.message());
        }
        return decoded instanceof Decoded.Undecodable<T> undecodable
                ? new Outcome.StillRefused(RejectReason.UNDECODABLE, undecodable.message())
                : new Outcome.Replayed(1);
    }
}
