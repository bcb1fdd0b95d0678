package io.journeystream.streams;

import io.journeystream.journeys.Journey;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.rejects.Reject;
import io.journeystream.streams.publishing.JourneyWriter;
import io.journeystream.topics.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * What one task of stitching writes, and under which name its sinks are known. Records are serialised here and not in
 * the sinks, because one that is greater than the broker takes would end the transaction, for ever.
 */
final class Outputs implements JourneyWriter {
    static final String JOURNEYS = "journeys";
    static final String REJECTS = "rejects";
    static final String ROUTING_OUT = "routing-out";

    private final ProcessorContext<byte[], byte[]> context;
    private final JourneysToFit journeysToFit;
    private final Serializer<Reject> rejects;

    Outputs(ProcessorContext<byte[], byte[]> context, SchemaRegistry registry) {
        this.context = context;
        this.journeysToFit = new JourneysToFit(Topics.JOURNEYS.valueSerializer(registry));
        this.rejects = Topics.REJECTS.valueSerializer(registry);
    }

    /** The broker stamps it at arrival; that the record has a time at all is for clients that ask for one. */
    @Override
    public void write(Journey journey) {
        byte[] key = journey.getJourneyId().getBytes(StandardCharsets.UTF_8);
        long time = Math.max(0, context.currentStreamTimeMs());
        context.forward(new Record<>(key, journeysToFit.serialize(journey), time), JOURNEYS);
    }

    /** Refuses a record. */
    void reject(Reject reject, byte @Nullable [] key, long timestamp) {
        byte[] value = rejects.serialize(Topics.REJECTS.name(), reject);
        context.forward(record(key, value, timestamp), REJECTS);
    }

    /** Sends what is for another partition, that of its key. */
    void route(byte[] key, byte[] value) {
        context.forward(new Record<>(key, value, Math.max(0, context.currentStreamTimeMs())), ROUTING_OUT);
    }

    @SuppressWarnings("NullAway") // Kafka allows null keys and says so in words only
    private static Record<byte[], byte[]> record(byte @Nullable [] key, byte[] value, long timestamp) {
        return new Record<>(key, value, timestamp);
    }
}
