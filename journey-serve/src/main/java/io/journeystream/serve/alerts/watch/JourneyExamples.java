package io.journeystream.serve.alerts.watch;

import io.journeystream.alerts.AlertRule;
import io.journeystream.alerts.Subject;
import io.journeystream.alerts.Watch;
import io.journeystream.journeys.Journey;
import io.journeystream.registry.AvroDecoder;
import io.journeystream.registry.Decoded;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.reading.CommittedRecords;
import io.journeystream.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds journeys that show what an alert is about. Reads what was published since shortly before its window: nothing
 * about a journey is published before it begins.
 */
final class JourneyExamples implements Watch.Examples {
    private static final long SKEW = Duration.ofHours(1).toMillis();
    private static final int MOST = 5;

    private final CommittedRecords records;
    private final AvroDecoder<Journey> decoder;

    JourneyExamples(CommittedRecords records, SchemaRegistry registry) {
        this.records = records;
        this.decoder = new AvroDecoder<>(registry, Journey.class);
    }

    private record Scored(String id, double badness, long startedAt) {}

    @Override
    public List<String> of(AlertRule rule, Subject subject, long from, long to) {
        Map<String, Scored> found = new HashMap<>();
        records.read(records.since(Topics.JOURNEYS, from - SKEW), records.ends(Topics.JOURNEYS), record -> {
            String id = new String(record.key(), StandardCharsets.UTF_8);
            found.remove(id);
            if (record.value() != null
                    && decoder.decode(record.value()) instanceof Decoded.Value<Journey> read
                    && subject.includes(read.value(), from, to)) {
                rule.badness(read.value())
                        .ifPresent(badness -> found.put(
                                id,
                                new Scored(
                                        id, badness, read.value().getStartedAt().toEpochMilli())));
            }
        });
        return found.values().stream()
                .sorted(Comparator.comparingDouble(Scored::badness)
                        .thenComparingLong(Scored::startedAt)
                        .reversed()
                        .thenComparing(Scored::id))
                .limit(MOST)
                .map(Scored::id)
                .toList();
    }
}
