package io.journeystream.bench.health;

import com.sun.management.OperatingSystemMXBean;
import io.journeystream.definitions.DefinitionsFile;
import io.journeystream.definitions.Reading;
import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.events.Event;
import io.journeystream.health.HealthCell;
import io.journeystream.local.pipeline.Pipeline;
import io.journeystream.local.pipeline.PipelineSettings;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.serve.reading.LatestRecords;
import io.journeystream.streams.health.HealthPace;
import io.journeystream.streams.ledger.LedgerView;
import io.journeystream.streams.publishing.Pace;
import io.journeystream.topics.Topics;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.ReplicaInfo;

/**
 * All events once through everything, as fast as it goes.
 *
 * @param dimensions by which health is looked at besides all journeys and their entry channel
 * @param events sent
 * @param stitched after which they were stitched and every journey published
 * @param processor time that the whole process took for that, of all cores
 * @param healthAfter after which, from then, every cell was published
 * @param cells of journey health
 * @param differences bytes on disk of each partition that health's second step reads
 */
record Round(
        List<String> dimensions,
        int events,
        Duration stitched,
        Duration processor,
        Duration healthAfter,
        long cells,
        List<Long> differences) {
    private static final String DEFINITIONS = """
            journeys:
              - {type: money, intents: [billing, contract]}
              - {type: goods, intents: [delivery, returns]}
              - {type: service, intents: [outage, login]}
            health: {dimensions: %s}
            """;
    private static final String DIFFERENCES = "-health-differences-repartition";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    static Round run(List<String> dimensions, List<Event> events) throws InterruptedException, ExecutionException {
        PipelineSettings settings = new PipelineSettings(
                StackSettings.temporary(),
                definitions(dimensions),
                Pace.STANDARD,
                HealthPace.STANDARD,
                Clock.systemUTC(),
                null);
        try (Pipeline pipeline = Pipeline.start(settings)) {
            long began = System.nanoTime();
            long processorBegan = processorNanos();
            events.forEach(pipeline.edge()::send);
            pipeline.edge().flush();
            awaitStitched(pipeline, events.size());
            long stitched = System.nanoTime();
            long processor = processorNanos() - processorBegan;
            pipeline.drain(left -> {});
            long done = System.nanoTime();
            return new Round(
                    dimensions,
                    events.size(),
                    Duration.ofNanos(stitched - began),
                    Duration.ofNanos(processor),
                    Duration.ofNanos(done - stitched),
                    cells(pipeline),
                    differences(pipeline));
        }
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static WrittenDefinitions definitions(List<String> dimensions) {
        byte[] content = DEFINITIONS.formatted(dimensions).getBytes(StandardCharsets.UTF_8);
        if (DefinitionsFile.parse("journeys.yaml", content) instanceof Reading.Read read) {
            return read.written();
        }
        throw new IllegalStateException("the benchmark's own definitions are wrong");
    }

    private static void awaitStitched(Pipeline pipeline, int events) throws InterruptedException {
        Optional<LedgerView> ledger = pipeline.ledger();
        while (ledger.isEmpty()
                || ledger.get().received() < events
                || !ledger.get().isSettled()) {
            Thread.sleep(LOOK_AGAIN.toMillis());
            ledger = pipeline.ledger();
        }
    }

    private static long cells(Pipeline pipeline) {
        try (LatestRecords<HealthCell> cells = new LatestRecords<>(
                Map.of("bootstrap.servers", pipeline.bootstrapServers()),
                pipeline.registry(),
                Topics.HEALTH,
                HealthCell.class,
                name -> true,
                sentence -> {})) {
            cells.refresh();
            return cells.values().size();
        }
    }

    private static List<Long> differences(Pipeline pipeline) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", pipeline.bootstrapServers()))) {
            int broker = admin.describeCluster().nodes().get().iterator().next().id();
            return admin.describeLogDirs(List.of(broker)).allDescriptions().get().values().stream()
                    .flatMap(directories -> directories.values().stream())
                    .map(LogDirDescription::replicaInfos)
                    .flatMap(replicas -> replicas.entrySet().stream())
                    .filter(replica -> replica.getKey().topic().endsWith(DIFFERENCES))
                    .map(Map.Entry::getValue)
                    .map(ReplicaInfo::size)
                    .toList();
        }
    }

    double eventsPerSecond() {
        return events / (stitched.toNanos() / 1e9);
    }

    /** Bytes of the fullest partition, by the mean of all. */
    double fullest() {
        double mean = differences.stream().mapToLong(Long::longValue).average().orElse(Double.NaN);
        return differences.stream().mapToLong(Long::longValue).max().orElse(0) / mean;
    }
}
