package io.journeystream.streams;

import io.journeystream.events.Identifier;
import io.journeystream.identity.Erasure;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.Identity;
import io.journeystream.identity.IdentityResult;
import io.journeystream.journeys.Journey;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.rejects.Reject;
import io.journeystream.streams.publishing.JourneyWriter;
import io.journeystream.streams.publishing.Naming;
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
final class Outputs implements JourneyWriter, Naming.Writer {
    static final String JOURNEYS = "journeys";
    static final String IDENTITIES = "identities";
    static final String ANSWERS = "identity-results";
    static final String ERASURES = "erasures";
    static final String REJECTS = "rejects";
    static final String ROUTING_OUT = "routing-out";

    private final ProcessorContext<byte[], byte[]> context;
    private final JourneysToFit journeysToFit;
    private final Serializer<Identity> identities;
    private final Serializer<IdentityResult> answers;
    private final Serializer<Erasure> erasures;
    private final Serializer<Reject> rejects;

    Outputs(ProcessorContext<byte[], byte[]> context, SchemaRegistry registry) {
        this.context = context;
        this.journeysToFit = new JourneysToFit(Topics.JOURNEYS.valueSerializer(registry));
        this.identities = Topics.IDENTITIES.valueSerializer(registry);
        this.answers = Topics.IDENTITY_RESULTS.valueSerializer(registry);
        this.erasures = Topics.ERASURES.valueSerializer(registry);
        this.rejects = Topics.REJECTS.valueSerializer(registry);
    }

    /** The broker stamps it at arrival; that the record has a time at all is for clients that ask for one. */
    @Override
    public void write(Journey journey) {
        byte[] key = journey.getJourneyId().getBytes(StandardCharsets.UTF_8);
        context.forward(new Record<>(key, journeysToFit.serialize(journey), now()), JOURNEYS);
    }

    /** Time of the records that are read, epoch milliseconds. */
    long now() {
        return Math.max(0, context.currentStreamTimeMs());
    }

    @Override
    public void write(Identity identity) {
        byte[] value = identities.serialize(Topics.IDENTITIES.name(), identity);
        context.forward(new Record<>(Identifiers.key(identity.getIdentifier()), value, now()), IDENTITIES);
    }

    @Override
    public void unname(Identifier identifier) {
        context.forward(withoutValue(Identifiers.key(identifier), now()), IDENTITIES);
    }

    void answer(IdentityResult result) {
        byte[] value = answers.serialize(Topics.IDENTITY_RESULTS.name(), result);
        context.forward(new Record<>(result.getCommandId().getBytes(StandardCharsets.UTF_8), value, now()), ANSWERS);
    }

    void write(Erasure erasure) {
        byte[] value = erasures.serialize(Topics.ERASURES.name(), erasure);
        context.forward(new Record<>(erasure.getIdentifier().getBytes(StandardCharsets.UTF_8), value, now()), ERASURES);
    }

    /** Refuses a record. */
    void reject(Reject reject, byte @Nullable [] key, long timestamp) {
        byte[] value = rejects.serialize(Topics.REJECTS.name(), reject);
        context.forward(record(key, value, timestamp), REJECTS);
    }

    /** Sends what is for another partition, that of its key. */
    void route(byte[] key, byte[] value) {
        context.forward(new Record<>(key, value, now()), ROUTING_OUT);
    }

    @SuppressWarnings("NullAway") // Kafka allows null values and says so in words only
    private static Record<byte[], byte[]> withoutValue(byte[] key, long timestamp) {
        return new Record<>(key, null, timestamp);
    }

    @SuppressWarnings("NullAway") // Kafka allows null keys and says so in words only
    private static Record<byte[], byte[]> record(byte @Nullable [] key, byte[] value, long timestamp) {
        return new Record<>(key, value, timestamp);
    }
}
