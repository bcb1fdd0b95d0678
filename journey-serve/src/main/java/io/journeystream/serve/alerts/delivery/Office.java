package io.journeystream.serve.alerts.delivery;

import io.journeystream.alerts.Alert;
import io.journeystream.alerts.WrittenSubscription;
import io.journeystream.definitions.yaml.Section;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.alerts.subscriptions.Entries;
import io.journeystream.serve.reading.KafkaAccess;
import io.journeystream.serve.reading.LatestRecords;
import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivery over Kafka, while it is this instance's turn. For one thread. */
final class Office implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Office.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);
    private static final long LOOK_MILLIS = 20;

    private final KafkaAccess kafka;
    private final SchemaRegistry registry;
    private final Lines lines;
    private final Consumer<Section> target;
    private final DeliveryMeters meters;
    private final Clock clock;
    private final ExecutorService threads = Executors.newCachedThreadPool(Office::daemon);
    private Entries entries = new Entries(List.of(), List.of(), Map.of());
    private @Nullable LatestRecords<Alert> alerts;
    private @Nullable LatestRecords<WrittenSubscription> written;
    private @Nullable Delivering delivering;
    private @Nullable DeliveryLog log;

    Office(
            KafkaAccess kafka,
            SchemaRegistry registry,
            Lines lines,
            Consumer<Section> target,
            DeliveryMeters meters,
            Clock clock) {
        this.kafka = kafka;
        this.registry = registry;
        this.lines = lines;
        this.target = target;
        this.meters = meters;
        this.clock = clock;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "alert-target");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * One round: hears what is new, tells what is due.
     *
     * @param meanwhile done now and then while much has to be read
     * @throws io.journeystream.serve.reading.KafkaUnavailable if Kafka does not answer; say {@link #interrupted} then
     */
    void work(Runnable meanwhile) {
        Delivering work = delivering;
        if (work == null) {
            work = begun();
            delivering = work;
        }
        DeliveryLog open = log;
        if (open == null) {
            open = DeliveryLog.open(kafka, registry, meanwhile);
            log = open;
            work.remember(open.kept());
        }
        work.step(presentAlerts(meanwhile), presentEntries(meanwhile), open);
    }

    private Delivering begun() {
        Pauses pauses = new Pauses(() -> ThreadLocalRandom.current().nextDouble());
        return new Delivering(new Dispatch(lines, threads, clock, pauses), clock, meters::outcome);
    }

    private Collection<Alert> presentAlerts(Runnable meanwhile) {
        LatestRecords<Alert> open = alerts;
        if (open == null) {
            open = reading(Topics.ALERTS, Alert.class, meanwhile);
            alerts = open;
        }
        open.refresh();
        return open.values();
    }

    private Entries presentEntries(Runnable meanwhile) {
        LatestRecords<WrittenSubscription> open = written;
        if (open == null) {
            open = reading(Topics.SUBSCRIPTIONS, WrittenSubscription.class, meanwhile);
            written = open;
        }
        if (open.refresh()) {
            entries = Entries.of(open.values(), target);
            entries.unreadable().forEach((id, why) -> LOG.warn("nobody is told anything by {}: {}", id, why));
        }
        return entries;
    }

    private <V extends SpecificRecord> LatestRecords<V> reading(
            Topic<String, V> topic, Class<V> type, Runnable meanwhile) {
        return new LatestRecords<>(kafka.consumer(), registry, topic, type, key -> true, LOG::info)
                .passingOver(LOG::warn)
                .meanwhile(meanwhile);
    }

    /** A round has failed: what is kept is read again in the next one. */
    void interrupted() {
        DeliveryLog open = log;
        log = null;
        if (open != null) {
            open.close();
        }
    }

    /** It is another one's turn: what is being sent is left to its end, and not heard of. */
    void leave() {
        interrupted();
        Delivering work = delivering;
        delivering = null;
        if (work != null) {
            work.dispatch().closeAll();
        }
    }

    /** Waits a little for what is being sent, and keeps what has become of it. */
    void finish() {
        Delivering work = delivering;
        DeliveryLog open = log;
        if (work == null || open == null) {
            return;
        }
        long end = System.nanoTime() + LAST_WORDS.toNanos();
        work.keepOutcomes(open, clock.instant());
        while (work.isSending()
                && System.nanoTime() < end
                && !Thread.currentThread().isInterrupted()) {
            rest();
            work.keepOutcomes(open, clock.instant());
        }
    }

    private static void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    List<Telling> waiting() {
        return delivering == null ? List.of() : delivering.dispatch().waiting();
    }

    long broken() {
        return delivering == null ? 0 : delivering.dispatch().broken();
    }

    @Override
    public void close() {
        leave();
        threads.shutdown();
        rest();
        threads.shutdownNow();
        if (alerts != null) {
            alerts.close();
        }
        if (written != null) {
            written.close();
        }
    }
}
