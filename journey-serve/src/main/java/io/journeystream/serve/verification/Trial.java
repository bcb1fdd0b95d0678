package io.journeystream.serve.verification;

import io.journeystream.definitions.Definitions;
import io.journeystream.health.CellKey;
import io.journeystream.health.Contribution;
import io.journeystream.health.Health;
import io.journeystream.health.HealthCell;
import io.journeystream.health.Period;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.journeys.Journey;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.health.CellTotals;
import io.journeystream.serve.identity.IdentityLog;
import io.journeystream.serve.reading.CommittedRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the events in Kafka give by two definitions. Publishes nothing and disturbs nobody. Keeps all events in memory. For
 * one thread.
 */
public final class Trial implements AutoCloseable {
    private final Map<String, ?> kafka;
    private final SchemaRegistry registry;
    private final Duration futureTolerance;
    private final @Nullable Instant since;
    private final Consumer<String> listener;
    private final CommittedRecords records;

    /**
     * Connects.
     *
     * @param kafka {@code bootstrap.servers} and further properties of Kafka's consumer
     * @param futureTolerance of streams
     * @param since only journeys that began from then on; null for all
     * @param listener told what is being done, a sentence each time
     */
    public Trial(
            Map<String, ?> kafka,
            SchemaRegistry registry,
            Duration futureTolerance,
            @Nullable Instant since,
            Consumer<String> listener) {
        this.kafka = Map.copyOf(kafka);
        this.registry = registry;
        this.futureTolerance = futureTolerance;
        this.since = since;
        this.listener = listener;
        this.records = new CommittedRecords(kafka);
    }

    /**
     * What one of the two gives.
     *
     * @param totals health of each type, in order, over the whole time
     */
    public record Side(String version, long customers, long journeys, List<HealthCell> totals) {}

    /**
     * What the two give.
     *
     * @param events that stand
     * @param same journeys that are equal in both, however many definitions they were computed by
     * @param differences what differs of each of those in both that are not equal, by id
     */
    public record Outcome(long events, Side now, Side then, long same, Map<String, List<String>> differences) {}

    /**
     * Computes both.
     *
     * @throws io.journeystream.serve.reading.KafkaUnavailable if Kafka does not answer or lacks a topic
     */
    public Outcome compare(Definitions now, Definitions then) {
        EvidenceGraph evidence = everybody(now);
        EvidenceGraph otherwise = now.identity().equals(then.identity()) ? evidence : everybody(then);
        Watermarks watermarks = Watermarks.read(records, registry, futureTolerance, evidence);
        Map<String, Journey> one = journeys(evidence, now, watermarks);
        Map<String, Journey> other = journeys(otherwise, then, watermarks);
        Map<String, List<String>> differences = new HashMap<>();
        long same = 0;
        for (Journey journey : one.values()) {
            Journey changed = other.get(journey.getJourneyId());
            if (changed != null) {
                List<String> between =
                        RecordDifferences.between(journey, "now", changed, "then", ComputedJourneys.HISTORY);
                if (between.isEmpty()) {
                    same++;
                } else {
                    differences.put(journey.getJourneyId(), between);
                }
            }
        }
        return new Outcome(events(evidence), side(evidence, now, one), side(otherwise, then, other), same, differences);
    }

    private EvidenceGraph everybody(Definitions definitions) {
        try (IdentityLog log = new IdentityLog(kafka, registry, definitions.identity(), listener)) {
            return log.everybody();
        }
    }

    private static long events(EvidenceGraph evidence) {
        return evidence.customers().stream()
                .mapToLong(customer -> customer.events().size())
                .sum();
    }

    private Map<String, Journey> journeys(EvidenceGraph evidence, Definitions definitions, Watermarks watermarks) {
        listener.accept("computing by definitions " + definitions.version() + " ...");
        Map<String, Journey> journeys = new HashMap<>(new ComputedJourneys(evidence, definitions, watermarks).all());
        if (since != null) {
            journeys.values().removeIf(journey -> journey.getStartedAt().isBefore(since));
        }
        return journeys;
    }

    private Side side(EvidenceGraph evidence, Definitions definitions, Map<String, Journey> journeys) {
        Health health = new Health();
        journeys.values()
                .forEach(journey -> Contribution.of(journey).ifPresent(counts -> health.add(counts, List.of())));
        List<HealthCell> cells = new Expected(definitions)
                .cells(health).values().stream()
                        .filter(cell -> cell.getPeriod() == Period.DAY
                                && cell.getDimension().equals(CellKey.ALL))
                        .toList();
        return new Side(
                definitions.version(), evidence.customers().size(), journeys.size(), CellTotals.overTime(cells));
    }

    @Override
    public void close() {
        records.close();
    }
}
