package io.journeystream.serve.alerts.watch;

import io.journeystream.registry.RegistryRefused;
import io.journeystream.registry.RegistryUnavailable;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.alerts.turns.Turn;
import io.journeystream.serve.reading.KafkaUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches over alerts for as long as it is open; an outage of Kafka or registry it waits out. */
public final class AlertService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlertService.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final WatchSettings settings;
    private final SchemaRegistry registry;
    private final Clock clock;
    private final Thread thread = new Thread(this::run, "alerts");
    private final AtomicReference<@Nullable String> trouble = new AtomicReference<>("has not begun");
    private volatile boolean active;
    private volatile boolean closed;

    private AlertService(WatchSettings settings, SchemaRegistry registry, Clock clock) {
        this.settings = settings;
        this.registry = registry;
        this.clock = clock;
    }

    /** Begins at once, or as soon as Kafka and registry are there. */
    public static AlertService start(WatchSettings settings, SchemaRegistry registry, Clock clock) {
        AlertService service = new AlertService(settings, registry, clock);
        service.thread.setDaemon(true);
        service.thread.start();
        return service;
    }

    /** What keeps it from watching, as a sentence; null if nothing does. */
    public @Nullable String trouble() {
        return trouble.get();
    }

    private void run() {
        while (!closed) {
            try (Turn turn = new Turn(settings.kafka(), WatchSettings.WRITER)) {
                while (!closed) {
                    attend(turn);
                }
            } catch (KafkaUnavailable | KafkaException | RegistryUnavailable | RegistryRefused e) {
                waitOut(String.valueOf(e.getMessage()));
            } catch (RuntimeException e) { // or nobody would ever hear of anything again
                LOG.error("unexpected; it is tried again", e);
                waitOut("unexpected " + e);
            }
        }
    }

    /** Looks for as long as it is this one's turn. */
    private void attend(Turn turn) {
        if (!turn.look(LOOK_AGAIN)) {
            trouble.set(null);
            return;
        }
        try (AlertWatch watch = new AlertWatch(settings, registry, clock)) {
            while (!closed && turn.look(LOOK_AGAIN)) {
                watch.look()
                        .forEach(
                                alert -> LOG.info("{} {}: {}", alert.getStatus(), alert.getRule(), alert.getMessage()));
                String waits = watch.waitsFor().map(AlertService::waiting).orElse(null);
                String before = trouble.getAndSet(waits);
                if (waits != null && !waits.equals(before)) {
                    LOG.warn("{}", waits);
                } else if (waits == null && (before != null || !active)) {
                    LOG.info("asks alert rules");
                }
                active = true;
            }
        } finally {
            active = false;
        }
    }

    private static String waiting(String group) {
        return "waits until the group " + group + " has read what came before the end of an hour: see whether ./journey"
                + " streams runs, under this streams.application-id";
    }

    /** Whether this instance asks; false while it stands by. */
    public boolean isActive() {
        return active;
    }

    private void waitOut(String why) {
        if (!closed && !why.equals(trouble.getAndSet(why))) {
            LOG.warn("alerts are not watched over, which is tried again: {}", why);
        }
        rest(TRY_AGAIN);
    }

    private void rest(Duration time) {
        try {
            if (!closed) {
                Thread.sleep(time.toMillis());
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(CLOSING.toMillis());
            thread.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
