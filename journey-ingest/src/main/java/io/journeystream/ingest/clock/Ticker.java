package io.journeystream.ingest.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says at a fixed interval what time it is at the edge. A tick that takes longer than that delays the next. */
public final class Ticker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Ticker::daemon);

    private Ticker() {}

    /** Ticks at once, and then every interval. */
    public static Ticker start(Clock clock, Duration interval, Consumer<Instant> tick) {
        Ticker ticker = new Ticker();
        var unused = ticker.thread.scheduleWithFixedDelay(
                () -> tick(clock, tick), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        return ticker;
    }

    /** An exception would end all ticks; nobody would notice but by journeys that never mature. */
    private static void tick(Clock clock, Consumer<Instant> tick) {
        try {
            tick.accept(clock.instant());
        } catch (RuntimeException e) {
            LOG.error("A clock tick failed; the next is tried all the same", e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "journey-clock");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
