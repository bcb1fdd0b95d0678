package io.journeystream.streams;

import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.streams.ledger.LedgerView;
import io.journeystream.streams.publishing.KeptBudget;
import io.journeystream.streams.state.StateMemory;
import io.journeystream.streams.state.StateStores;
import io.journeystream.topics.GroupLag;
import io.journeystream.topics.Topics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * One running instance of stitching: reads events, keeps state, publishes journeys, exactly once. Several instances with
 * the same application id share the partitions.
 */
public final class StitchingService implements AutoCloseable {
    private static final Duration CLEAN_EVERY = Duration.ofSeconds(30);

    private final Admin admin;
    private final GroupLag lag;
    private final List<TopicPartition> inputs;
    private final KafkaStreams streams;
    private final Instance instance;

    /**
     * Checks the topics and makes everything ready.
     *
     * @throws IllegalStateException if topics are missing or unfit; the message says all that is wrong and what to do
     * @throws org.apache.kafka.common.KafkaException if the brokers cannot be asked
     */
    public StitchingService(StitchingSettings settings, StandingDefinitions definitions, SchemaRegistry registry) {
        this.admin = Admin.create(StreamsProperties.admin(settings));
        this.lag = new GroupLag(admin, settings.applicationId());
        try {
            this.inputs = InputPartitions.of(admin, lag);
        } catch (RuntimeException e) {
            admin.close();
            throw e;
        }
        int partitions = inputs.size() / Topics.PARTITIONED_ALIKE.size();
        StitchingPlan plan = new StitchingPlan(
                definitions,
                registry,
                partitions,
                settings.pace(),
                KeptBudget.ofHeap(Runtime.getRuntime().maxMemory()),
                settings.futureTolerance(),
                System::nanoTime);
        StateMemory memory = new StateMemory(settings.resources().stateMemoryBytes());
        StreamsConfig config = new StreamsConfig(StreamsProperties.of(settings, memory));
        this.streams = new KafkaStreams(
                new JourneyTopology(plan, StateStores.onDisk(), JourneyTopology.Wiring.KAFKA).get(), config);
        this.instance = new Instance("stitching", streams, memory, admin, this::lag);
    }

    /** Begins to work; returns at once. */
    public void start() {
        instance.start();
        instance.every(CLEAN_EVERY, new RoutingCleaner(admin, lag));
    }

    /** Whether it works on its partitions now; false while it starts, rebalances or waits for an outage to end. */
    public boolean isRunning() {
        return instance.isRunning();
    }

    /** The surprise that stopped it; empty while there was none. */
    public Optional<Throwable> failure() {
        return instance.failure();
    }

    /** How often it was interrupted since it first ran: by rebalances, outages, transactions that took too long. */
    public int interruptions() {
        return instance.interruptions();
    }

    /**
     * What the partitions of this instance have counted, as of now; empty while they cannot be asked, which is for
     * moments at start and in rebalances.
     */
    public Optional<LedgerView> ledger() {
        return state().map(LocalState::view);
    }

    Optional<LocalState> state() {
        try {
            ReadOnlyKeyValueStore<Bytes, byte[]> store = streams.store(
                    StoreQueryParameters.fromNameAndType(StateStores.LEDGER, QueryableStoreTypes.keyValueStore()));
            try (KeyValueIterator<Bytes, byte[]> rows = store.all()) {
                return Optional.of(LocalState.read(rows));
            }
        } catch (InvalidStateStoreException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether it does its work, at once and without asking anybody.
     *
     * @param mostUnread records of the whole group that may lie unread
     */
    public Readiness readiness(long mostUnread) {
        Readiness readiness = instance.readiness();
        OptionalLong unread = knownLag();
        if (unread.isEmpty()) {
            return readiness.but("how much lies unread is not known: Kafka does not answer, or has not been asked yet");
        }
        return unread.getAsLong() > mostUnread
                ? readiness.but(unread.getAsLong() + " records lie unread, more than " + mostUnread)
                : readiness;
    }

    /** Records that lay unread about a second ago; empty if that is not known. */
    OptionalLong knownLag() {
        return instance.knownLag();
    }

    /**
     * Its meters: its own, from state.
     *
     * @param clock to tell how far event time is behind
     */
    public StitchingMetrics metrics(Clock clock) {
        return new StitchingMetrics(this, clock);
    }

    /** The meters of Kafka Streams itself, its clients and its stores; to be closed after the registry's last use. */
    public KafkaStreamsMetrics kafkaMetrics() {
        return new KafkaStreamsMetrics(streams);
    }

    /** Records that the group has not finished with, routing included; as of its last commit. */
    public long lag() {
        return lag.of(inputs);
    }

    /**
     * Waits until every record is read, routed ones too, and nothing is left to publish. Others must have stopped
     * writing, and all partitions must be this instance's.
     *
     * @return false if it was not so within the time
     * @throws IllegalStateException if it stopped because of a surprise, which is the cause
     */
    public boolean awaitDrained(Duration within) throws InterruptedException {
        return instance.awaitDrained(within, this::isDrained);
    }

    private boolean isDrained() {
        return lag() == 0 && ledger().filter(LedgerView::isSettled).isPresent() && lag() == 0;
    }

    /** Finishes what it is at, commits, and stops. What was not published yet is published by the next start. */
    @Override
    public void close() {
        instance.close();
    }
}
