package io.journeystream.streams;

import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.health.Correction;
import io.journeystream.health.Flow;
import io.journeystream.health.HealthCell;
import io.journeystream.journeys.Journey;
import io.journeystream.registry.InMemoryRegistry;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.rejects.Reject;
import io.journeystream.streams.health.Backlog;
import io.journeystream.streams.health.HealthPace;
import io.journeystream.streams.health.HealthPlan;
import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.LongSupplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The whole of journey health without Kafka. */
final class HealthDriver implements AutoCloseable {
    private final SchemaRegistry registry = new InMemoryRegistry();
    private final SurvivingStores state = new SurvivingStores();
    private StandingDefinitions definitions;
    private final Map<String, HealthCell> cells = new HashMap<>();
    private final Map<String, Flow> flows = new HashMap<>();
    private final List<Correction> corrections = new ArrayList<>();
    private final List<Reject> rejected = new ArrayList<>();
    private Backlog backlog = new Backlog();
    private final LongSupplier nanoTime;
    private TopologyTestDriver driver;

    HealthDriver(StandingDefinitions definitions) {
        this(definitions, System::nanoTime);
    }

    /** @param nanoTime measures slices of work */
    HealthDriver(StandingDefinitions definitions, LongSupplier nanoTime) {
        this.definitions = definitions;
        this.nanoTime = nanoTime;
        this.driver = start();
    }

    private TopologyTestDriver start() {
        HealthPlan plan = new HealthPlan(definitions, registry, HealthPace.STANDARD, backlog, nanoTime);
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        Map<String, Object> map = new HashMap<>();
        properties.forEach((key, value) -> map.put((String) key, value));
        return new TopologyTestDriver(
                new HealthTopology(plan, state.stores(), map).get(), properties, StitchingDriver.ARRIVAL);
    }

    /** Everything in memory is gone, state is not; whoever starts it knows of these definitions. */
    void restart(StandingDefinitions known) {
        driver.close();
        definitions = known;
        backlog = new Backlog();
        driver = start();
    }

    void send(Journey journey) {
        byte[] value = Topics.JOURNEYS.valueSerializer(registry).serialize(Topics.JOURNEYS.name(), journey);
        send(journey.getJourneyId().getBytes(StandardCharsets.UTF_8), value);
    }

    void define(StandingDefinitions laidDown) {
        byte[] value =
                Topics.DEFINITIONS.valueSerializer(registry).serialize(Topics.DEFINITIONS.name(), laidDown.published());
        send(Topics.DEFINITIONS, laidDown.written().id().getBytes(StandardCharsets.UTF_8), value);
    }

    void send(byte @Nullable [] key, byte @Nullable [] value) {
        send(Topics.JOURNEYS, key, value);
    }

    private void send(Topic<?, ?> topic, byte @Nullable [] key, byte @Nullable [] value) {
        driver.createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value, StitchingDriver.ARRIVAL));
        collect();
    }

    void pass(Duration wallClock) {
        driver.advanceWallClockTime(wallClock);
        collect();
    }

    void settle() {
        for (int i = 0; i < 1_000; i++) {
            pass(Duration.ofSeconds(2));
            if (backlog.size() == 0) {
                return;
            }
        }
        throw new AssertionError("never settles");
    }

    private void collect() {
        latest(Topics.HEALTH, cells);
        latest(Topics.FLOWS, flows);
        var corrected = Topics.CORRECTIONS.valueDeserializer(registry);
        read(Topics.CORRECTIONS)
                .forEach(record -> corrections.add(corrected.deserialize(Topics.CORRECTIONS.name(), record.value())));
        var rejects = Topics.REJECTS.valueDeserializer(registry);
        read(Topics.REJECTS)
                .forEach(record -> rejected.add(rejects.deserialize(Topics.REJECTS.name(), record.value())));
    }

    private <V> void latest(Topic<String, V> topic, Map<String, V> all) {
        Deserializer<V> values = topic.valueDeserializer(registry);
        for (TestRecord<byte[], byte[]> record : read(topic)) {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            if (record.value() == null) {
                all.remove(key);
            } else {
                all.put(key, values.deserialize(topic.name(), record.value()));
            }
        }
    }

    private List<TestRecord<byte[], byte[]>> read(Topic<?, ?> topic) {
        return driver.createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    /** The last word on every cell that counts something, by its name. */
    Map<String, HealthCell> cells() {
        return cells;
    }

    /** The same of the edges of the journey map. */
    Map<String, Flow> flows() {
        return flows;
    }

    List<Correction> corrections() {
        return corrections;
    }

    List<Reject> rejected() {
        return rejected;
    }

    SurvivingStores state() {
        return state;
    }

    @Override
    public void close() {
        driver.close();
    }
}
