package io.journeystream.local.demo;

import io.journeystream.ingest.events.EventJson;
import io.journeystream.ingest.events.Parsed;
import io.journeystream.ingest.producing.EventSink;
import io.journeystream.ingest.producing.Rejects;
import io.journeystream.local.Failure;
import io.journeystream.local.simulator.Admission;
import io.journeystream.local.simulator.Delivery;
import io.journeystream.local.simulator.Simulator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Delivers to the edge what arrives in simulated time, ticks, and notes how far it has come. Works on a thread of its
 * own from start to close.
 */
final class Feed implements AutoCloseable {
    private static final long STEP_MILLIS = 20;
    private static final Duration BETWEEN_TICKS = Duration.ofMillis(250);
    private static final Duration BETWEEN_NOTES = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
    private static final String ORIGIN = "demo";

    private final Simulator simulator;
    private final Admission admission;
    private final EventSink edge;
    private final SimulatedTime time;
    private final Path directory;
    private final Thread thread = new Thread(this::run, "feed");
    private volatile Progress progress;
    private volatile boolean stopping;
    private volatile boolean waiting;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private volatile @Nullable Exception trouble;
    private long lastTick = System.nanoTime();
    private long lastNote = System.nanoTime();

    /**
     * @param simulator must not be touched by anybody else until this is closed
     * @param time simulated
     * @param progress where to begin
     * @param directory where to note how far it has come
     */
    Feed(
            Simulator simulator,
            Admission admission,
            EventSink edge,
            SimulatedTime time,
            Progress progress,
            Path directory) {
        this.simulator = simulator;
        this.admission = admission;
        this.edge = edge;
        this.time = time;
        this.progress = progress;
        this.directory = directory;
    }

    void start() {
        thread.start();
    }

    /** Events sent so far. */
    long sent() {
        return sent.get();
    }

    /** Events refused at the edge so far. */
    long rejected() {
        return rejected.get();
    }

    /** Simulated time up to which everything that arrived has been delivered. */
    Instant position() {
        return progress.position();
    }

    /** Whether simulated time is to stand still, because whoever takes the events is behind. */
    void waitFor(boolean others) {
        waiting = others;
    }

    /** @throws Failure if it could not go on */
    void refuseIfBroken() {
        Exception problem = trouble;
        if (problem != null) {
            throw new Failure("the simulated systems cannot deliver any more: " + problem.getMessage(), problem);
        }
    }

    private void run() {
        try {
            skipWhatWasDelivered();
            while (!stopping) {
                deliverUntil(time.advance(waiting));
                tickAndNote();
                Thread.sleep(STEP_MILLIS);
            }
            edge.tick(progress.position(), ORIGIN);
            note();
        } catch (IOException | InterruptedException | RuntimeException e) {
            trouble = e;
        }
    }

    /** The same seed gives the same deliveries: going on means living through the past again, silently. */
    private void skipWhatWasDelivered() {
        while (!stopping && simulator.nextArrival().isBefore(progress.position())) {
            simulator.next();
        }
    }

    private void deliverUntil(Instant now) {
        while (!simulator.nextArrival().isAfter(now)) {
            if (stopping) {
                return;
            }
            deliver(simulator.next());
        }
        progress = progress.at(now);
    }

    private void deliver(Delivery delivery) {
        Parsed parsed = admission.of(delivery);
        if (parsed instanceof Parsed.Accepted accepted) {
            edge.send(accepted.event());
            sent.incrementAndGet();
        } else if (parsed instanceof Parsed.Rejected refused) {
            reject(delivery, refused);
        }
        progress = progress.at(delivery.arrivesAt());
    }

    private void reject(Delivery delivery, Parsed.Rejected refused) {
        edge.reject(Rejects.atIngest(refused.reason(), refused.message(), delivery.arrivesAt())
                .setSource(delivery.event().source())
                .setEventId(delivery.event().eventId())
                .setContentType(Rejects.JSON)
                .setPayload(ByteBuffer.wrap(EventJson.bytes(delivery.event())))
                .build());
        rejected.incrementAndGet();
    }

    private void tickAndNote() throws IOException {
        long now = System.nanoTime();
        if (now - lastTick >= BETWEEN_TICKS.toNanos()) {
            lastTick = now;
            edge.tick(progress.position(), ORIGIN);
        }
        if (now - lastNote >= BETWEEN_NOTES.toNanos()) {
            lastNote = now;
            note();
        }
    }

    private void note() throws IOException {
        Progress reached = progress;
        edge.flush();
        reached.saveIn(directory);
    }

    /** Stops, with everything delivered so far kept and noted. */
    @Override
    public void close() {
        stopping = true;
        try {
            thread.join(LONGEST_STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
