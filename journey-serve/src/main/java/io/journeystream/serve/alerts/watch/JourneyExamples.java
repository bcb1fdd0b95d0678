package io.journeystream.serve.alerts.watch;

import io.journeystream.alerts.Examples;
import io.journeystream.journeys.Journey;
import io.journeystream.registry.AvroDecoder;
import io.journeystream.registry.Decoded;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.reading.CommittedRecords;
import io.journeystream.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds journeys that show what alerts are about. Reads once what was published since shortly before the first of their
 * windows: nothing about a journey is published before it begins. Alerts do not wait for them for long: after a while
 * those are taken that have been found.
 */
final class JourneyExamples implements Examples {
    private static final Logger LOG = LoggerFactory.getLogger(JourneyExamples.class);
    private static final long SKEW = Duration.ofHours(1).toMillis();
    private static final Duration BUDGET = Duration.ofSeconds(20);
    private static final int MOST = 5;

    private final CommittedRecords records;
    private final AvroDecoder<Journey> decoder;

    JourneyExamples(CommittedRecords records, SchemaRegistry registry) {
        this.records = records;
        this.decoder = new AvroDecoder<>(registry, Journey.class);
    }

    private record Scored(String id, double badness, long startedAt) {}

    private static final class OutOfTime extends Exception {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Map<Wanted, List<String>> of(Collection<Wanted> wanted) {
        Map<Wanted, Map<String, Scored>> found = new HashMap<>();
        wanted.forEach(each -> found.put(each, new HashMap<>()));
        long from = wanted.stream().mapToLong(Wanted::from).min().orElse(0);
        long end = System.nanoTime() + BUDGET.toNanos();
        try {
            records.read(records.since(Topics.JOURNEYS, from - SKEW), records.ends(Topics.JOURNEYS), record -> {
                if (System.nanoTime() - end > 0) {
                    throw new OutOfTime();
                }
                take(record, found);
            });
        } catch (OutOfTime e) {
            LOG.warn("examples are those found in {} s: there are more journeys to read", BUDGET.toSeconds());
        }
        Map<Wanted, List<String>> worst = new HashMap<>();
        found.forEach((each, scored) -> worst.put(each, worst(scored.values())));
        return worst;
    }

    private void take(ConsumerRecord<byte[], byte[]> record, Map<Wanted, Map<String, Scored>> found) {
        String id = new String(record.key(), StandardCharsets.UTF_8);
        found.values().forEach(scored -> scored.remove(id));
        if (record.value() != null && decoder.decode(record.value()) instanceof Decoded.Value<Journey> read) {
            found.forEach((each, scored) -> score(id, read.value(), each, scored));
        }
    }

    private static void score(String id, Journey journey, Wanted wanted, Map<String, Scored> scored) {
        if (wanted.subject().includes(journey, wanted.from(), wanted.to())) {
            long startedAt = journey.getStartedAt().toEpochMilli();
            wanted.rule().badness(journey).ifPresent(badness -> scored.put(id, new Scored(id, badness, startedAt)));
        }
    }

    private static List<String> worst(Collection<Scored> scored) {
        return scored.stream()
                .sorted(Comparator.comparingDouble(Scored::badness)
                        .thenComparingLong(Scored::startedAt)
                        .reversed()
                        .thenComparing(Scored::id))
                .limit(MOST)
                .map(Scored::id)
                .toList();
    }
}
