package io.journeystream.streams.health;

import io.journeystream.health.Apart;
import io.journeystream.health.Flow;
import io.journeystream.health.FlowKey;
import io.journeystream.health.FlowSums;
import io.journeystream.health.HealthRecords;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.topics.Topics;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Edges of the journey map. */
final class PublishedEdges implements Published {
    private final SumsEncoding encoding = new SumsEncoding();
    private final Serializer<Flow> serializer;
    private final Function<String, @Nullable String> team;

    /** @param team of a journey type; null if it has none */
    PublishedEdges(SchemaRegistry registry, Function<String, @Nullable String> team) {
        this.serializer = Topics.FLOWS.valueSerializer(registry);
        this.team = team;
    }

    @Override
    public Told.To to() {
        return Told.To.FLOWS;
    }

    @Override
    public byte @Nullable [] sum(byte[] before, byte[] difference) {
        Apart<FlowSums> sums = encoding.flow(before);
        Apart<FlowSums> added = encoding.flow(difference);
        FlowSums matured = sums.matured().plus(added.matured());
        FlowSums provisional = sums.provisional().plus(added.provisional());
        boolean isZero = matured.equals(FlowSums.ZERO) && provisional.equals(FlowSums.ZERO);
        return isZero ? null : encoding.flow(new Apart<>(matured, provisional));
    }

    @Override
    public byte[] record(String name, byte[] sums) {
        FlowKey key = FlowKey.parse(name);
        Flow flow = HealthRecords.of(key, team.apply(key.type()), encoding.flow(sums));
        return serializer.serialize(Topics.FLOWS.name(), flow);
    }
}
