package io.journeystream.streams;

import io.journeystream.rejects.Reject;
import io.journeystream.rejects.RejectReason;
import io.journeystream.streams.health.CellName;
import io.journeystream.streams.health.Counting;
import io.journeystream.streams.health.HealthPlan;
import io.journeystream.streams.health.Publishing;
import io.journeystream.streams.health.Told;
import io.journeystream.streams.intake.Received.Refused;
import io.journeystream.streams.state.StateStores;
import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Journeys in; corrections, health cells and journey map out. Two steps: one counts journeys where they lie, the other
 * adds what that changed to each cell.
 */
final class HealthTopology implements Supplier<Topology> {
    /** Name of the internal topic between the steps, after that of the application. */
    static final String BETWEEN = "-differences-repartition";

    private static final Serde<byte[]> BYTES = Serdes.ByteArray();

    private final HealthPlan plan;
    private final StateStores stores;
    private final Map<String, Object> properties;

    /** @param properties of Kafka Streams */
    HealthTopology(HealthPlan plan, StateStores stores, Map<String, Object> properties) {
        this.plan = plan;
        this.stores = stores;
        this.properties = properties;
    }

    @Override
    public Topology get() {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties)));
        KStream<byte[], Told> counted = builder.stream(
                        List.of(Topics.JOURNEYS.name(), Topics.DEFINITIONS.name()),
                        Consumed.with(BYTES, BYTES)
                                .withName("journeys-and-definitions")
                                .withTimestampExtractor((record, highest) -> Math.max(0, record.timestamp()))
                                .withOffsetResetPolicy(AutoOffsetReset.earliest()))
                .process(
                        with(stores.counted(), () -> new Counting(plan, HealthTopology::refused)),
                        Named.as("counting"));
        write(counted, Told.To.CORRECTIONS, Topics.CORRECTIONS);
        write(counted, Told.To.REJECTS, Topics.REJECTS);
        KStream<byte[], Told> published = only(counted, Told.To.CELLS)
                .repartition(Repartitioned.with(BYTES, BYTES)
                        .withName("differences")
                        .withStreamPartitioner((topic, key, value, partitions) -> CellName.partition(key)))
                .process(with(stores.cells(), () -> new Publishing(plan)), Named.as("publishing"));
        write(published, Told.To.HEALTH, Topics.HEALTH);
        write(published, Told.To.FLOWS, Topics.FLOWS);
        Properties optimised = new Properties();
        optimised.putAll(properties);
        return builder.build(optimised);
    }

    private static Reject refused(Record<byte[], byte[]> record, RecordMetadata place, String why) {
        return Rejects.of(record, place, new Refused(RejectReason.UNDECODABLE, why, null));
    }

    private static String name(Told.To to) {
        return to.name().toLowerCase(Locale.ROOT);
    }

    private static void write(KStream<byte[], Told> told, Told.To to, Topic<?, ?> topic) {
        only(told, to).to(topic.name(), Produced.with(BYTES, BYTES).withName(name(to) + "-out"));
    }

    private static KStream<byte[], byte[]> only(KStream<byte[], Told> told, Told.To to) {
        return told.filter((key, value) -> value.to() == to, Named.as(name(to)))
                .mapValues(Told::value, Named.as(name(to) + "-value"));
    }

    private static ProcessorSupplier<byte[], byte[], byte[], Told> with(
            Set<StoreBuilder<?>> stores, Supplier<Processor<byte[], byte[], byte[], Told>> processor) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], byte[], byte[], Told> get() {
                return processor.get();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return stores;
            }
        };
    }
}
