package io.journeystream.serve.verification;

import io.journeystream.definitions.Definitions;
import io.journeystream.health.Flow;
import io.journeystream.health.Health;
import io.journeystream.health.HealthCell;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.journeys.Journey;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.identity.IdentityLog;
import io.journeystream.serve.reading.CommittedRecords;
import io.journeystream.serve.reading.ReadingProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Computes journeys, identities, health and journey map again from the input topics, all at once, and compares them with
 * what streams has published: by the law of order (docs/semantics.md, section 2) the two are equal. Changes nothing.
 * Keeps all events in memory. For one thread.
 */
public final class Verification implements AutoCloseable {
    /** What health may need from a journey's record to a cell's. */
    private static final Duration HEALTH_TAKES = Duration.ofSeconds(10);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final int LOOKS = 3;

    private final Map<String, ?> kafka;
    private final SchemaRegistry registry;
    private final VerificationSettings settings;
    private final Clock clock;
    private final Consumer<String> listener;
    private final CommittedRecords records;
    private final ReadingProgress progress;

    /**
     * Connects.
     *
     * @param kafka {@code bootstrap.servers} and further properties of Kafka's consumer
     * @param clock to tell what has just changed
     * @param listener told what is being done, a sentence each time
     */
    public Verification(
            Map<String, ?> kafka,
            SchemaRegistry registry,
            VerificationSettings settings,
            Clock clock,
            Consumer<String> listener) {
        this.kafka = Map.copyOf(kafka);
        this.registry = registry;
        this.settings = settings;
        this.clock = clock;
        this.listener = listener;
        this.records = new CommittedRecords(kafka);
        this.progress = new ReadingProgress(listener);
    }

    /**
     * Compares; looks again, twice at most, where something differs, for what is just on its way differs as well.
     *
     * @throws io.journeystream.serve.reading.KafkaUnavailable if Kafka does not answer or lacks a topic
     */
    public Findings run() throws InterruptedException {
        Findings findings = look();
        for (int looks = 1; settings.atWork() && looks < LOOKS && !findings.isClean(); looks++) {
            listener.accept("something differs: looking again in " + LOOK_AGAIN.toSeconds()
                    + " s whether it was only on its way");
            Thread.sleep(LOOK_AGAIN.toMillis());
            findings = findings.confirmedBy(look());
        }
        return findings;
    }

    private Findings look() {
        Definitions definitions = settings.definitions();
        long movingSince =
                settings.atWork() ? clock.instant().minus(HEALTH_TAKES).toEpochMilli() : Long.MAX_VALUE;
        PublishedRecords published = PublishedRecords.read(records, registry, definitions, movingSince, progress);
        EvidenceGraph evidence = everybody();
        Watermarks watermarks = Watermarks.read(records, registry, settings.futureTolerance(), evidence);
        ComputedJourneys computed = new ComputedJourneys(evidence, definitions, watermarks);
        Set<String> moving = published.journeys().moving();
        Tally tally = new Tally(moving);
        tally.compare(
                Subject.JOURNEYS,
                recent(published.journeys().live(), Journey::getStartedAt),
                recent(computed.all(), Journey::getStartedAt),
                computed::differences);
        if (settings.since() == null) {
            tally.compare(Subject.IDENTITIES, published.identities(), Expected.identities(evidence));
        }
        Health health = published.journeys().health();
        Expected expected = new Expected(definitions);
        tally.compare(
                Subject.HEALTH,
                recent(published.cells(), HealthCell::getCohort),
                recent(expected.cells(health), HealthCell::getCohort));
        tally.compare(
                Subject.FLOWS, recent(published.flows(), Flow::getDay), recent(expected.flows(health), Flow::getDay));
        return tally.findings(evidence, published.journeys());
    }

    private EvidenceGraph everybody() {
        try (IdentityLog log =
                new IdentityLog(kafka, registry, settings.definitions().identity(), listener)) {
            return log.everybody();
        }
    }

    private <V> Map<String, V> recent(Map<String, V> all, Function<V, Instant> began) {
        Map<String, V> recent = new HashMap<>(all);
        Instant since = settings.since();
        if (since != null) {
            recent.values().removeIf(each -> began.apply(each).isBefore(since));
        }
        return recent;
    }

    @Override
    public void close() {
        records.close();
    }
}
