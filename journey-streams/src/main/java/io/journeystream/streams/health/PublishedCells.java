package io.journeystream.streams.health;

import io.journeystream.health.Apart;
import io.journeystream.health.CellKey;
import io.journeystream.health.HealthCell;
import io.journeystream.health.HealthRecords;
import io.journeystream.health.Sums;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.topics.Topics;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Cells of journey health. */
final class PublishedCells implements Published {
    private final SumsEncoding encoding = new SumsEncoding();
    private final Serializer<HealthCell> serializer;
    private final Function<String, @Nullable String> team;

    /** @param team of a journey type; null if it has none */
    PublishedCells(SchemaRegistry registry, Function<String, @Nullable String> team) {
        this.serializer = Topics.HEALTH.valueSerializer(registry);
        this.team = team;
    }

    @Override
    public Told.To to() {
        return Told.To.HEALTH;
    }

    @Override
    public byte @Nullable [] sum(byte[] before, byte[] difference) {
        Apart<Sums> sums = encoding.cell(before);
        encoding.add(difference, sums);
        return sums.matured().isZero() && sums.provisional().isZero() ? null : encoding.cell(sums);
    }

    @Override
    public byte[] record(String name, byte[] sums) {
        CellKey key = CellKey.parse(name);
        HealthCell cell = HealthRecords.of(key, team.apply(key.type()), encoding.cell(sums));
        return serializer.serialize(Topics.HEALTH.name(), cell);
    }
}
