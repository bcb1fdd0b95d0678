package io.journeystream.ingest.producing;

import io.journeystream.clock.ClockTick;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Event;
import io.journeystream.events.OperationalEvent;
import io.journeystream.events.VocEvent;
import io.journeystream.identity.Identifiers;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.rejects.Reject;
import io.journeystream.topics.Topics;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Turns what the edge writes into records: topic, key and Avro bytes. Safe for use by many threads. */
final class EventRecords {
    /** All topics that the edge writes to. */
    static final List<String> TOPICS = List.of(
            Topics.CHANNEL_EVENTS.name(),
            Topics.OPERATIONAL_EVENTS.name(),
            Topics.VOC_EVENTS.name(),
            Topics.REJECTS.name(),
            Topics.CLOCK.name());

    private final Outgoing<ChannelEvent> channelEvents;
    private final Outgoing<OperationalEvent> operationalEvents;
    private final Outgoing<VocEvent> vocEvents;
    private final Outgoing<Reject> rejects;
    private final Outgoing<ClockTick> ticks;

    /**
     * Registers all schemas at once.
     *
     * @throws io.journeystream.registry.RegistryUnavailable if the registry does not answer
     * @throws io.journeystream.registry.RegistryRefused if it refuses a schema
     */
    EventRecords(SchemaRegistry registry) {
        channelEvents = Outgoing.to(Topics.CHANNEL_EVENTS, registry);
        operationalEvents = Outgoing.to(Topics.OPERATIONAL_EVENTS, registry);
        vocEvents = Outgoing.to(Topics.VOC_EVENTS, registry);
        rejects = Outgoing.to(Topics.REJECTS, registry);
        ticks = Outgoing.to(Topics.CLOCK, registry);
    }

    /** Keyed by the event's strongest identifier. */
    ProducerRecord<byte[], byte[]> of(Event event) {
        byte[] key = Identifiers.key(event.identifiers().get(0));
        if (event instanceof Event.Channel channel) {
            return channelEvents.record(key, channel.avro());
        }
        return event instanceof Event.Operational operational
                ? operationalEvents.record(key, operational.avro())
                : vocEvents.record(key, ((Event.Voc) event).avro());
    }

    ProducerRecord<byte[], byte[]> of(Reject reject) {
        ByteBuffer key = reject.getKey();
        return rejects.record(key == null ? null : Oversized.bytes(key), reject);
    }

    ProducerRecord<byte[], byte[]> of(ClockTick tick, int partition) {
        return ticks.record(partition, tick);
    }
}
