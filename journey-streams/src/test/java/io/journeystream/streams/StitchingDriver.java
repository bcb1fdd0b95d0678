package io.journeystream.streams;

import io.journeystream.clock.ClockTick;
import io.journeystream.definitions.PublishedDefinitions;
import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Erasure;
import io.journeystream.identity.Erasures;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.Identity;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.identity.IdentityResult;
import io.journeystream.journeys.Journey;
import io.journeystream.registry.InMemoryRegistry;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.rejects.Reject;
import io.journeystream.streams.ledger.Ledger;
import io.journeystream.streams.ledger.LedgerStore;
import io.journeystream.streams.ledger.LedgerView;
import io.journeystream.streams.publishing.KeptBudget;
import io.journeystream.streams.publishing.Pace;
import io.journeystream.streams.state.StateStores;
import io.journeystream.topics.Addresses;
import io.journeystream.topics.ImportId;
import io.journeystream.topics.Partitioning;
import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/**
 * The whole of stitching without Kafka: a test driver a partition, and this carries what they send each other. Records arrive at a
 * time after all events.
 */
final class StitchingDriver implements AutoCloseable {
    static final Instant ARRIVAL = Instant.parse("2030-01-01T00:00:00Z");
    private static final String ROUTING_IN = "routing-in";
    private static final String ROUTING_OUT = "routing-out";

    private StitchingPlan plan;
    private final Identifiers identifiers;
    private final List<SurvivingStores> state;
    private int largestRouted;
    private final List<TopologyTestDriver> drivers = new ArrayList<>();
    private final List<Journey> published = new ArrayList<>();
    private final Map<String, Identity> identities = new HashMap<>();
    private final List<IdentityResult> answers = new ArrayList<>();
    private final List<Erasure> erasures = new ArrayList<>();
    private final List<Reject> rejected = new ArrayList<>();
    private final Map<List<Integer>, Queue<TestRecord<byte[], byte[]>>> onTheWay = new LinkedHashMap<>();

    StitchingDriver(int partitions, Pace pace) {
        this(partitions, pace, new InMemoryRegistry());
    }

    StitchingDriver(int partitions, Pace pace, SchemaRegistry registry) {
        this(StandingDefinitions.STANDARD, partitions, pace, registry, new KeptBudget(10_000));
    }

    StitchingDriver(
            StandingDefinitions definitions, int partitions, Pace pace, SchemaRegistry registry, KeptBudget kept) {
        this.plan = new StitchingPlan(
                definitions, registry, partitions, pace, kept, Duration.ofMinutes(5), System::nanoTime);
        this.identifiers = new Identifiers(definitions.definitions().identity());
        this.state = IntStream.range(0, partitions)
                .mapToObj(p -> new SurvivingStores())
                .toList();
        start();
    }

    private void start() {
        for (int partition = 0; partition < plan.partitions(); partition++) {
            int number = partition;
            JourneyTopology topology = new JourneyTopology(
                    plan,
                    state.get(partition).stores(),
                    new JourneyTopology.Wiring(ROUTING_IN, ROUTING_OUT, context -> number));
            Properties properties = new Properties();
            properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test-" + partition);
            drivers.add(new TopologyTestDriver(topology.get(), properties, ARRIVAL));
        }
    }

    /** All processors are gone and begin again with what is in state. */
    void restart() {
        drivers.forEach(TopologyTestDriver::close);
        drivers.clear();
        start();
    }

    /** The same, with definitions that whoever starts them knows of. */
    void restart(StandingDefinitions known) {
        plan = new StitchingPlan(
                known,
                plan.registry(),
                plan.partitions(),
                plan.pace(),
                plan.kept(),
                plan.futureTolerance(),
                plan.nanoTime());
        restart();
    }

    /** Definitions reach a partition. */
    void define(StandingDefinitions definitions, int partition) {
        byte[] key = definitions.written().id().getBytes(StandardCharsets.UTF_8);
        pipe(Topics.DEFINITIONS.name(), partition, key, serialize(definitions.published()));
    }

    int partitions() {
        return plan.partitions();
    }

    /** An event where its producer should put it. */
    void send(Event event) {
        byte[] key = Identifiers.key(strongest(event));
        send(event, key, Partitioning.of(key, partitions()));
    }

    /** An event with the wrong key, or on the wrong partition. */
    void send(Event event, byte[] key, int partition) {
        pipe(topic(event).name(), partition, key, serialize(event));
    }

    /** An event of an import where its producer should put it. */
    void send(Event event, String importId) {
        byte[] key = Identifiers.key(strongest(event));
        send(event, importId, key, Partitioning.of(key, partitions()));
    }

    /** The same with the wrong key, or on the wrong partition. */
    void send(Event event, String importId, byte[] key, int partition) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(ImportId.HEADER, importId.getBytes(StandardCharsets.UTF_8));
        pipe(topic(event).name(), partition, new TestRecord<>(key, serialize(event), headers, ARRIVAL));
    }

    /** A command about identity, on any partition. */
    void send(IdentityCommand command, int partition) {
        pipe(
                Topics.IDENTITY_COMMANDS.name(),
                partition,
                Identifiers.key(command.getIdentifier()),
                bytes(Topics.IDENTITY_COMMANDS, command));
    }

    void pipe(String topic, int partition, byte @Nullable [] key, byte @Nullable [] value) {
        pipe(topic, partition, new TestRecord<>(key, value, new RecordHeaders(), ARRIVAL));
    }

    private void pipe(String topic, int partition, TestRecord<byte[], byte[]> record) {
        drivers.get(partition)
                .createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(record);
        collect(partition);
    }

    void tick(int partition, long time) {
        tick(partition, new ClockTick(Instant.ofEpochMilli(time), "test", null, false));
    }

    /** An end mark. */
    void end(int partition, String importId, long time) {
        tick(partition, new ClockTick(Instant.ofEpochMilli(time), "test", importId, false));
    }

    void discard(int partition, String importId) {
        tick(partition, new ClockTick(Instant.EPOCH, "test", importId, true));
    }

    private void tick(int partition, ClockTick tick) {
        byte[] bytes = Topics.CLOCK.valueSerializer(plan.registry()).serialize(Topics.CLOCK.name(), tick);
        pipe(Topics.CLOCK.name(), partition, null, bytes);
    }

    void tick(long time) {
        for (int partition = 0; partition < partitions(); partition++) {
            tick(partition, time);
        }
    }

    void pass(Duration wallClock) {
        for (int partition = 0; partition < partitions(); partition++) {
            drivers.get(partition).advanceWallClockTime(wallClock);
            collect(partition);
        }
    }

    /** Lets the wall clock run until nothing is left to publish. */
    void settle() {
        for (int i = 0; i < 10_000; i++) {
            carryRouted();
            if (ledger().isSettled()) {
                return;
            }
            pass(Duration.ofMillis(500));
        }
        throw new AssertionError("never settles");
    }

    LedgerView ledger() {
        List<Ledger> ledgers = state.stream()
                .flatMap(s -> s.rows(StateStores.LEDGER).entrySet().stream())
                .filter(row -> LedgerStore.isLedger(row.getKey()))
                .map(row -> Ledger.decode(row.getValue()))
                .toList();
        return LedgerView.of(ledgers);
    }

    SurvivingStores state(int partition) {
        return state.get(partition);
    }

    /** Everything published so far, in order within a partition. */
    List<Journey> published() {
        return published;
    }

    /** The last word on every identifier that names somebody, by its key. */
    Map<String, Identity> identities() {
        return identities;
    }

    /** What became of commands, in order within a partition. */
    List<IdentityResult> answers() {
        return answers;
    }

    /** Everything said about identifiers that were erased. */
    List<Erasure> erasureRecords() {
        return List.copyOf(erasures);
    }

    /** An erasure that Kafka has of the time before. */
    void recall(Erasure erasure) {
        byte[] key = erasure.getIdentifier().getBytes(StandardCharsets.UTF_8);
        pipe(Topics.ERASURES.name(), Partitioning.of(key, partitions()), key, bytes(Topics.ERASURES, erasure));
    }

    Erasures erasures() {
        return Erasures.of(erasures);
    }

    List<Reject> rejected() {
        return rejected;
    }

    Identifier strongest(Event event) {
        return identifiers.strongest(event.identifiers());
    }

    byte[] serialize(Event event) {
        if (event instanceof Event.Channel channel) {
            return bytes(Topics.CHANNEL_EVENTS, channel.avro());
        }
        return event instanceof Event.Operational operational
                ? bytes(Topics.OPERATIONAL_EVENTS, operational.avro())
                : bytes(Topics.VOC_EVENTS, ((Event.Voc) event).avro());
    }

    byte[] serialize(PublishedDefinitions definitions) {
        return bytes(Topics.DEFINITIONS, definitions);
    }

    private <V> byte[] bytes(Topic<String, V> topic, V value) {
        return topic.valueSerializer(plan.registry()).serialize(topic.name(), value);
    }

    private static Topic<?, ?> topic(Event event) {
        if (event instanceof Event.Channel) {
            return Topics.CHANNEL_EVENTS;
        }
        return event instanceof Event.Operational ? Topics.OPERATIONAL_EVENTS : Topics.VOC_EVENTS;
    }

    /** Delivers what is on its way to other partitions, until nothing is. */
    void carryRouted() {
        while (carryOne(queues -> 0)) {
            // goes on
        }
    }

    /**
     * Delivers one record that is on its way, if there is any; those between two partitions stay in order.
     *
     * @param choice which of so many pairs of partitions
     */
    boolean carryOne(IntUnaryOperator choice) {
        onTheWay.values().removeIf(Queue::isEmpty);
        if (onTheWay.isEmpty()) {
            return false;
        }
        List<Queue<TestRecord<byte[], byte[]>>> queues = List.copyOf(onTheWay.values());
        TestRecord<byte[], byte[]> record =
                queues.get(choice.applyAsInt(queues.size())).remove();
        pipe(ROUTING_IN, Addresses.partition(record.key(), partitions()), record.key(), record.value());
        return true;
    }

    /** Bytes of the largest record that one partition has sent to another. */
    int largestRouted() {
        return largestRouted;
    }

    private void collectRouted(int from) {
        for (TestRecord<byte[], byte[]> record : read(drivers.get(from), ROUTING_OUT)) {
            int to = Addresses.partition(record.key(), partitions());
            largestRouted = Math.max(largestRouted, record.value().length);
            onTheWay.computeIfAbsent(List.of(from, to), pair -> new ArrayDeque<>())
                    .add(record);
        }
    }

    private void collect(int partition) {
        collectRouted(partition);
        TopologyTestDriver driver = drivers.get(partition);
        var journeys = Topics.JOURNEYS.valueDeserializer(plan.registry());
        for (TestRecord<byte[], byte[]> record : read(driver, Topics.JOURNEYS.name())) {
            Journey journey = journeys.deserialize(Topics.JOURNEYS.name(), record.value());
            if (!journey.getJourneyId().equals(new String(record.key(), StandardCharsets.UTF_8))) {
                throw new AssertionError("key is not the journey's id: " + journey);
            }
            published.add(journey);
        }
        var identified = Topics.IDENTITIES.valueDeserializer(plan.registry());
        for (TestRecord<byte[], byte[]> record : read(driver, Topics.IDENTITIES.name())) {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            if (record.value() == null) {
                identities.remove(key);
            } else {
                identities.put(key, identified.deserialize(Topics.IDENTITIES.name(), record.value()));
            }
        }
        var answered = Topics.IDENTITY_RESULTS.valueDeserializer(plan.registry());
        read(driver, Topics.IDENTITY_RESULTS.name())
                .forEach(record -> answers.add(answered.deserialize(Topics.IDENTITY_RESULTS.name(), record.value())));
        var erased = Topics.ERASURES.valueDeserializer(plan.registry());
        read(driver, Topics.ERASURES.name())
                .forEach(record -> erasures.add(erased.deserialize(Topics.ERASURES.name(), record.value())));
        var rejects = Topics.REJECTS.valueDeserializer(plan.registry());
        read(driver, Topics.REJECTS.name())
                .forEach(record -> rejected.add(rejects.deserialize(Topics.REJECTS.name(), record.value())));
    }

    private static List<TestRecord<byte[], byte[]>> read(TopologyTestDriver driver, String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    @Override
    public void close() {
        drivers.forEach(TopologyTestDriver::close);
    }
}
