package io.journeystream.local.demo;

import io.journeystream.ingest.events.EventJson;
import io.journeystream.local.simulator.Delivery;
import io.journeystream.local.simulator.Simulator;
import io.journeystream.local.simulator.SimulatorSettings;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/**
 * The simulated systems of an organisation whose time is that of the clock: first what has arrived in the last days, as
 * fast as it is taken, and from then on what arrives now.
 */
public final class LiveFeed {
    private static final int LARGEST_BATCH = 500;
    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(30);

    private final Simulator simulator;
    private final RemoteEdge edge;
    private final Clock clock;
    private final Consumer<String> listener;
    private long accepted;
    private long rejected;

    /**
     * The same seed is the same organisation: who begins again in the same year sends the same events, which are taken
     * once.
     *
     * @param since from when on what has arrived is sent
     * @param issuesPerDay concerns that arise on an average day
     */
    public LiveFeed(
            long seed, Instant since, double issuesPerDay, RemoteEdge edge, Clock clock, Consumer<String> listener) {
        Instant start = since.atZone(ZoneOffset.UTC)
                .toLocalDate()
                .withDayOfYear(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
        this.simulator = new Simulator(SimulatorSettings.realistic(seed, start).sized(20_000, issuesPerDay));
        this.edge = edge;
        this.clock = clock;
        this.listener = listener;
        while (simulator.nextArrival().isBefore(since)) {
            simulator.next();
        }
    }

    /** Sends until then. */
    public void runUntil(Instant end) throws InterruptedException {
        Instant reported = Instant.EPOCH;
        Instant now = clock.instant();
        while (now.isBefore(end)) {
            while (!simulator.nextArrival().isAfter(now)) {
                sendBatch(now);
            }
            if (!now.isBefore(reported.plus(BETWEEN_REPORTS))) {
                reported = now;
                listener.accept(accepted + " events accepted, " + rejected + " refused");
            }
            Thread.sleep(STEP.toMillis());
            now = clock.instant();
        }
        listener.accept(accepted + " events accepted, " + rejected + " refused; ended");
    }

    private void sendBatch(Instant now) throws InterruptedException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int sent = 0; sent < LARGEST_BATCH && !simulator.nextArrival().isAfter(now); sent++) {
            Delivery delivery = simulator.next();
            lines.writeBytes(EventJson.bytes(delivery.event()));
            lines.write('\n');
        }
        RemoteEdge.Answer answer = edge.send(lines.toByteArray());
        accepted += answer.accepted();
        rejected += answer.rejected();
    }
}
