package io.journeystream.serve.alerts.delivery;

import io.journeystream.definitions.yaml.Section;
import io.journeystream.registry.RegistryRefused;
import io.journeystream.registry.RegistryUnavailable;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.alerts.turns.Turn;
import io.journeystream.serve.reading.KafkaAccess;
import io.journeystream.serve.reading.KafkaUnavailable;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of alerts whoever has subscribed, as long as it runs. Any number of instances may run over one Kafka: one of them
 * tells, the others stand by. Goes on by itself when Kafka or the registry has been away.
 */
public final class DeliveryService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryService.class);
    private static final String GROUP = "journeystream-alerts-delivery";
    private static final Duration ROUND = Duration.ofMillis(200);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final Duration STOPPING = Duration.ofSeconds(8);
    private static final Duration AFTER_INTERRUPTION = Duration.ofSeconds(2);

    private final KafkaAccess kafka;
    private final Office office;
    private final DeliveryMeters meters;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean active;
    private volatile @Nullable String trouble = "has not begun";
    private boolean complained;

    private DeliveryService(KafkaAccess kafka, Office office, DeliveryMeters meters) {
        this.kafka = kafka;
        this.office = office;
        this.meters = meters;
        this.thread = new Thread(this::run, "alert-delivery");
    }

    /**
     * Starts; returns at once.
     *
     * @param lines where subscriptions are told
     * @param target reads {@code to:} of subscriptions, and reports its mistakes
     * @param meters where its figures are added
     * @param clock tells when something is due
     */
    public static DeliveryService start(
            KafkaAccess kafka,
            SchemaRegistry registry,
            Lines lines,
            Consumer<Section> target,
            MeterRegistry meters,
            Clock clock) {
        DeliveryMeters figures = new DeliveryMeters(meters, clock);
        Office office = new Office(kafka, registry, lines, target, figures, clock);
        DeliveryService service = new DeliveryService(kafka, office, figures);
        service.thread.start();
        return service;
    }

    /** Whether this instance tells; false while it stands by. */
    public boolean isActive() {
        return active;
    }

    /** What is in the way, for a person to read; null if nothing is. */
    public @Nullable String trouble() {
        return trouble;
    }

    private void run() {
        try (Turn turn = new Turn(kafka, GROUP)) {
            while (!stopping) {
                attempt(turn);
            }
            office.finish();
        } catch (KafkaException | KafkaUnavailable e) { // in stopping: what was not kept is told again
            LOG.info("stopped although Kafka does not answer: {}", e.getMessage());
        } finally {
            standBy();
            office.close();
        }
    }

    private void attempt(Turn turn) {
        try {
            if (turn.look(ROUND)) {
                office.work(turn::keep);
                nowActive();
            } else {
                standBy();
                trouble = null;
            }
        } catch (InterruptException e) {
            stopping = true;
        } catch (KafkaUnavailable | KafkaException | RegistryUnavailable | RegistryRefused e) {
            complain(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) { // or nobody would ever be told anything again
            LOG.error("unexpected; it is tried again", e);
            complain("unexpected " + e);
        }
    }

    private void nowActive() {
        if (!active) {
            LOG.info("this instance tells of alerts now");
        } else if (complained) {
            LOG.info("alerts are told again");
        }
        complained = false;
        active = true;
        trouble = null;
        meters.stand(true, office.waiting(), office.broken());
    }

    private void standBy() {
        if (active) {
            LOG.info("this instance does not tell of alerts any more");
        }
        active = false;
        office.leave();
        meters.stand(false, List.of(), 0);
    }

    /** Once for each trouble. */
    private void complain(String found) {
        office.interrupted();
        if (!complained) {
            LOG.warn("nobody can be told of alerts for now: {}", found);
        }
        complained = true;
        trouble = found;
        if (!stopping) {
            LockSupport.parkNanos(AFTER_TROUBLE.toNanos());
        }
    }

    /** Ends within seconds: what is being sent is waited for a little, what is not is sent by whoever comes next. */
    @Override
    public void close() {
        stopping = true;
        try {
            thread.join(STOPPING.toMillis());
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(AFTER_INTERRUPTION.toMillis());
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
