package io.journeystream.streams;

import io.journeystream.streams.state.StateStores;
import io.journeystream.topics.Addresses;
import io.journeystream.topics.Topics;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Events and ticks in, journeys out: one stateful step, which also sends to itself what belongs on another partition.
 * Drawn in {@code docs/topology.txt}.
 */
final class JourneyTopology implements Supplier<Topology> {
    private static final String STITCHING = "stitching";
    private static final String CHANNEL_EVENTS = "channel-events";
    private static final String OPERATIONAL_EVENTS = "operational-events";
    private static final String VOC_EVENTS = "voc-events";
    private static final String CLOCK = "clock";
    private static final String COMMANDS = "identity-commands";
    private static final String DEFINITIONS = "definitions";
    private static final String ERASURES = "erased";
    private static final String ROUTING_IN = "routing-in";

    private final StitchingPlan plan;
    private final StateStores stores;
    private final Wiring wiring;

    /**
     * How the topology is tied to its surroundings; a test ties it otherwise.
     *
     * @param partition of a task
     */
    record Wiring(String routingIn, String routingOut, ToIntFunction<ProcessorContext<?, ?>> partition) {
        static final Wiring KAFKA = new Wiring(
                Topics.ROUTING.name(),
                Topics.ROUTING.name(),
                context -> context.taskId().partition());
    }

    JourneyTopology(StitchingPlan plan, StateStores stores, Wiring wiring) {
        this.plan = plan;
        this.stores = stores;
        this.wiring = wiring;
    }

    @Override
    public Topology get() {
        Topology topology = new Topology();
        read(topology, CHANNEL_EVENTS, Topics.CHANNEL_EVENTS.name());
        read(topology, OPERATIONAL_EVENTS, Topics.OPERATIONAL_EVENTS.name());
        read(topology, VOC_EVENTS, Topics.VOC_EVENTS.name());
        read(topology, CLOCK, Topics.CLOCK.name());
        read(topology, COMMANDS, Topics.IDENTITY_COMMANDS.name());
        read(topology, DEFINITIONS, Topics.DEFINITIONS.name());
        read(topology, ERASURES, Topics.ERASURES.name());
        read(topology, ROUTING_IN, wiring.routingIn());
        topology.addProcessor(
                STITCHING,
                new Stitching(),
                CHANNEL_EVENTS,
                OPERATIONAL_EVENTS,
                VOC_EVENTS,
                CLOCK,
                COMMANDS,
                DEFINITIONS,
                ERASURES,
                ROUTING_IN);
        write(topology, Outputs.JOURNEYS, Topics.JOURNEYS.name());
        write(topology, Outputs.IDENTITIES, Topics.IDENTITIES.name());
        write(topology, Outputs.ANSWERS, Topics.IDENTITY_RESULTS.name());
        write(topology, Outputs.ERASURES, Topics.ERASURES.name());
        write(topology, Outputs.REJECTS, Topics.REJECTS.name());
        topology.addSink(
                Outputs.ROUTING_OUT,
                wiring.routingOut(),
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                BY_KEY,
                STITCHING);
        return topology;
    }

    /** Bytes, not records: what cannot be read is to be refused and counted, not to stop the source. */
    private static void read(Topology topology, String name, String topic) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                name,
                (record, highest) -> Math.max(0, record.timestamp()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                topic);
    }

    private static void write(Topology topology, String name, String topic) {
        topology.addSink(name, topic, new ByteArraySerializer(), new ByteArraySerializer(), STITCHING);
    }

    private static final StreamPartitioner<byte[], byte[]> BY_KEY =
            (topic, key, value, partitions) -> Optional.of(Set.of(Addresses.partition(key, partitions)));

    private final class Stitching implements ProcessorSupplier<byte[], byte[], byte[], byte[]> {
        @Override
        public Processor<byte[], byte[], byte[], byte[]> get() {
            return new StitchingProcessor(plan, wiring.partition(), wiring.routingIn());
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return stores.stitching();
        }
    }
}
