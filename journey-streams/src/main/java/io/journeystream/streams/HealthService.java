package io.journeystream.streams;

import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.streams.health.Backlog;
import io.journeystream.streams.health.HealthPace;
import io.journeystream.streams.health.HealthPlan;
import io.journeystream.streams.state.StateMemory;
import io.journeystream.streams.state.StateStores;
import io.journeystream.topics.GroupLag;
import io.journeystream.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/**
 * One running instance of journey health: reads journeys, publishes corrections, health cells and the journey map,
 * exactly once. A group of its own, so that stitching does not wait for it.
 */
public final class HealthService implements AutoCloseable {
    private static final int SHARE_OF_MEMORY = 4;
    private static final long LEAST_MEMORY = 16L << 20;

    private final Backlog backlog = new Backlog();
    private final GroupLag lag;
    private final List<TopicPartition> inputs;
    private final Instance instance;

    /**
     * Makes everything ready.
     *
     * @param stitching how stitching runs beside it: health is a group of that name and {@code -health}
     * @throws org.apache.kafka.common.KafkaException if the brokers cannot be asked, or have no journeys topic
     */
    public HealthService(
            StitchingSettings stitching, StandingDefinitions definitions, SchemaRegistry registry, HealthPace pace) {
        StitchingSettings settings = stitching.withApplicationId(applicationId(stitching.applicationId()));
        Admin admin = Admin.create(StreamsProperties.admin(settings));
        this.lag = new GroupLag(admin, settings.applicationId());
        try {
            this.inputs = inputs(settings.applicationId());
        } catch (RuntimeException e) {
            admin.close();
            throw e;
        }
        StateMemory memory =
                new StateMemory(Math.max(LEAST_MEMORY, settings.resources().stateMemoryBytes() / SHARE_OF_MEMORY));
        Map<String, Object> properties = StreamsProperties.of(settings, memory);
        HealthPlan plan = new HealthPlan(definitions, registry, pace, backlog, System::nanoTime);
        KafkaStreams streams = new KafkaStreams(
                new HealthTopology(plan, StateStores.onDisk(), properties).get(), new StreamsConfig(properties));
        this.instance = new Instance("health", streams, memory, admin, this::lag);
    }

    /** The application id of health beside that of stitching. */
    public static String applicationId(String stitching) {
        return stitching + "-health";
    }

    /** Journeys and definitions, and what goes from one step to the other: as many partitions. */
    private List<TopicPartition> inputs(String applicationId) {
        List<TopicPartition> partitions = new ArrayList<>(lag.partitions(List.of(Topics.DEFINITIONS)));
        for (TopicPartition journeys : lag.partitions(List.of(Topics.JOURNEYS))) {
            partitions.add(journeys);
            partitions.add(new TopicPartition(applicationId + HealthTopology.BETWEEN, journeys.partition()));
        }
        return List.copyOf(partitions);
    }

    /** Begins to work; returns at once. */
    public void start() {
        instance.start();
    }

    /** Whether it works on its partitions now; false while it starts, rebalances or waits for an outage to end. */
    public boolean isRunning() {
        return instance.isRunning();
    }

    /** The surprise that stopped it; empty while there was none. */
    public Optional<Throwable> failure() {
        return instance.failure();
    }

    /**
     * Whether it does its work, at once and without asking anybody.
     *
     * @param mostUnread records of the whole group that may lie unread
     */
    public Readiness readiness(long mostUnread) {
        Readiness readiness = instance.readiness();
        OptionalLong unread = instance.knownLag();
        return unread.isPresent() && unread.getAsLong() > mostUnread
                ? readiness.but(unread.getAsLong() + " journeys and differences lie unread, more than " + mostUnread)
                : readiness;
    }

    /** Its meters. */
    public HealthMetrics metrics() {
        return new HealthMetrics(this);
    }

    /** Records that lay unread about a second ago; empty if that is not known. */
    OptionalLong knownLag() {
        return instance.knownLag();
    }

    /** Journeys, cells and edges that are read and not published yet. */
    long waiting() {
        return backlog.size();
    }

    /** How often it was interrupted since it first ran: by rebalances, outages, transactions that took too long. */
    public int interruptions() {
        return instance.interruptions();
    }

    /** Records that it has not finished with; as of its last commit. The topic between its steps is made by its start. */
    public long lag() {
        return lag.of(
                isRunning()
                        ? inputs
                        : inputs.stream()
                                .filter(partition -> !partition.topic().endsWith(HealthTopology.BETWEEN))
                                .toList());
    }

    /**
     * Waits until every journey is counted and every cell published. Nobody may write journeys meanwhile, and all
     * partitions must be this instance's.
     *
     * @return false if it was not so within the time
     * @throws IllegalStateException if it stopped because of a surprise, which is the cause
     */
    public boolean awaitDrained(Duration within) throws InterruptedException {
        return instance.awaitDrained(within, () -> lag() == 0 && backlog.size() == 0 && lag() == 0);
    }

    /** Finishes what it is at, commits, and stops. What was not published yet is published by the next start. */
    @Override
    public void close() {
        instance.close();
    }
}
