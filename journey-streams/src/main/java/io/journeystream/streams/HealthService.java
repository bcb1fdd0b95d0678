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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/**
 * One running instance of journey health: reads journeys, publishes corrections, health cells and the journey map,
 * exactly once. A group of its own, so that stitching does not wait for it.
 */
public final class HealthService implements AutoCloseable {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(30);
    private static final int SHARE_OF_MEMORY = 4;
    private static final long LEAST_MEMORY = 16L << 20;

    private final StateMemory memory;
    private final Admin admin;
    private final KafkaStreams streams;
    private final Failures failures = new Failures(Duration.ofMillis(200), Duration.ofSeconds(10));
    private final Backlog backlog = new Backlog();
    private final GroupLag lag;
    private final List<TopicPartition> inputs;
    private final LagWatch lagWatch;
    private final ScheduledExecutorService watching;

    /**
     * Makes everything ready.
     *
     * @param stitching how stitching runs beside it: health is a group of that name and {@code -health}
     * @throws org.apache.kafka.common.KafkaException if the brokers cannot be asked, or have no journeys topic
     */
    public HealthService(
            StitchingSettings stitching, StandingDefinitions definitions, SchemaRegistry registry, HealthPace pace) {
        StitchingSettings settings = stitching.withApplicationId(applicationId(stitching.applicationId()));
        this.admin = Admin.create(StreamsProperties.admin(settings));
        this.lag = new GroupLag(admin, settings.applicationId());
        try {
            this.inputs = inputs(settings.applicationId());
        } catch (RuntimeException e) {
            admin.close();
            throw e;
        }
        this.lagWatch = new LagWatch(this::lag, System::nanoTime);
        this.memory =
                new StateMemory(Math.max(LEAST_MEMORY, settings.resources().stateMemoryBytes() / SHARE_OF_MEMORY));
        Map<String, Object> properties = StreamsProperties.of(settings, memory);
        HealthPlan plan = new HealthPlan(definitions, registry, pace, backlog, System::nanoTime);
        this.streams = new KafkaStreams(
                new HealthTopology(plan, StateStores.onDisk(), properties).get(), new StreamsConfig(properties));
        this.streams.setUncaughtExceptionHandler(failures);
        this.streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.RUNNING) {
                failures.recovered();
            }
        });
        this.watching = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "health-lag");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The application id of health beside that of stitching. */
    public static String applicationId(String stitching) {
        return stitching + "-health";
    }

    /** Journeys, and what goes from one step to the other: as many partitions. */
    private List<TopicPartition> inputs(String applicationId) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (TopicPartition journeys : lag.partitions(List.of(Topics.JOURNEYS))) {
            partitions.add(journeys);
            partitions.add(new TopicPartition(applicationId + HealthTopology.BETWEEN, journeys.partition()));
        }
        return List.copyOf(partitions);
    }

    /** Begins to work; returns at once. */
    @SuppressWarnings("FutureReturnValueIgnored") // the watch reports its failures itself
    public void start() {
        streams.start();
        watching.scheduleWithFixedDelay(lagWatch, 0, 1, TimeUnit.SECONDS);
    }

    /** Whether it works on its partitions now; false while it starts, rebalances or waits for an outage to end. */
    public boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** The surprise that stopped it; empty while there was none. */
    public Optional<Throwable> failure() {
        return failures.surprise();
    }

    /**
     * Whether it does its work, at once and without asking anybody.
     *
     * @param mostUnread records of the whole group that may lie unread
     */
    public Readiness readiness(long mostUnread) {
        List<String> reasons = new ArrayList<>();
        failures.surprise().ifPresent(cause -> reasons.add("health has stopped: " + cause.getMessage()));
        if (!isRunning()) {
            reasons.add("health is " + streams.state() + ": it starts, restores, rebalances or has stopped");
        }
        OptionalLong unread = lagWatch.last();
        if (unread.isPresent() && unread.getAsLong() > mostUnread) {
            reasons.add(unread.getAsLong() + " journeys and differences lie unread, more than " + mostUnread);
        }
        return new Readiness(failures.surprise().isEmpty(), reasons);
    }

    /** Records that it has not finished with; as of its last commit. The topic between its steps is made by its start. */
    public long lag() {
        return lag.of(
                isRunning()
                        ? inputs
                        : inputs.stream()
                                .filter(partition -> partition.topic().equals(Topics.JOURNEYS.name()))
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
        long end = System.nanoTime() + within.toNanos();
        int settled = 0;
        while (System.nanoTime() - end < 0) {
            failures.surprise().ifPresent(cause -> {
                throw new IllegalStateException("health has stopped: " + cause.getMessage(), cause);
            });
            settled = isDrained() ? settled + 1 : 0;
            if (settled > 2) { // an aborted transaction would have shown by now
                return true;
            }
            Thread.sleep(LOOK_AGAIN.toMillis());
        }
        return false;
    }

    private boolean isDrained() {
        return isRunning() && lag() == 0 && backlog.size() == 0 && lag() == 0;
    }

    /** Finishes what it is at, commits, and stops. What was not published yet is published by the next start. */
    @Override
    public void close() {
        watching.shutdownNow();
        failures.stop();
        boolean stopped = streams.close(CLOSE_WITHIN);
        admin.close();
        if (stopped) { // memory in use must not be given back
            memory.close();
        }
    }
}
