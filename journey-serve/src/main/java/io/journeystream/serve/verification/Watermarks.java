package io.journeystream.serve.verification;

import io.journeystream.clock.ClockTick;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.registry.Decoded;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.reading.CommittedRecords;
import io.journeystream.streams.intake.Intake;
import io.journeystream.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How far time has come: in which partition of stitching a customer is computed is not known here, so only that it lies
 * between the watermark of the partition that is furthest behind and that of the one furthest ahead.
 */
final class Watermarks {
    private final long futureToleranceMillis;
    private final Map<Integer, Long> byPartition = new HashMap<>();
    private long latestEvent = Long.MIN_VALUE;

    Watermarks(long futureToleranceMillis) {
        this.futureToleranceMillis = futureToleranceMillis;
    }

    /**
     * By what events and ticks tell.
     *
     * @param futureTolerance of streams
     */
    static Watermarks read(
            CommittedRecords records, SchemaRegistry registry, Duration futureTolerance, EvidenceGraph evidence) {
        Watermarks watermarks = new Watermarks(futureTolerance.toMillis());
        Intake intake = new Intake(registry);
        records.ends(Topics.CLOCK).keySet().forEach(partition -> watermarks.partition(partition.partition()));
        records.read(Topics.CLOCK, Map.of(), record -> {
            if (intake.tick(record.value()) instanceof Decoded.Value<ClockTick> tick) {
                watermarks.tick(record.partition(), tick.value(), record.timestamp());
            }
        });
        evidence.customers()
                .forEach(customer -> customer.events().forEach(event -> watermarks.event(event.occurredAt())));
        return watermarks;
    }

    /** There is such a partition. */
    void partition(int partition) {
        byPartition.putIfAbsent(partition, Long.MIN_VALUE);
    }

    /** @param arrived when Kafka took it in, epoch milliseconds */
    void tick(int partition, ClockTick tick, long arrived) {
        long time = tick.getTime().toEpochMilli();
        if (!tick.getDiscards() && time - futureToleranceMillis <= arrived) {
            byPartition.merge(partition, time, Math::max);
        }
    }

    /** @param occurredAt epoch milliseconds */
    void event(long occurredAt) {
        latestEvent = Math.max(latestEvent, occurredAt);
    }

    long lowest() {
        return byPartition.values().stream().mapToLong(Long::longValue).min().orElse(Long.MIN_VALUE);
    }

    long highest() {
        return byPartition.values().stream().mapToLong(Long::longValue).reduce(latestEvent, Math::max);
    }
}
