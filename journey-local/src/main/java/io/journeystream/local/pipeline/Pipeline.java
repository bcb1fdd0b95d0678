package io.journeystream.local.pipeline;

import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.ingest.producing.EventProducer;
import io.journeystream.ingest.producing.EventSink;
import io.journeystream.ingest.producing.ProducerSettings;
import io.journeystream.local.Failure;
import io.journeystream.local.logging.Logs;
import io.journeystream.local.machine.CannotStart;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.registry.AvroSerializer.Registration;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.alerts.watch.AlertService;
import io.journeystream.serve.alerts.watch.WatchSettings;
import io.journeystream.serve.definitions.DefinitionsDesk;
import io.journeystream.serve.definitions.LaidDownDefinitions;
import io.journeystream.streams.HealthService;
import io.journeystream.streams.StitchingService;
import io.journeystream.streams.StitchingSettings;
import io.journeystream.streams.ledger.LedgerView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Kafka, registry, edge and stitching together in this process, from events in to journeys and their health out. */
public final class Pipeline implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final Duration SAY_SOMETHING = Duration.ofSeconds(5);

    private final LocalStack stack;
    private final SchemaRegistry registry;
    private final EventProducer producer;
    private final StitchingService stitching;
    private final HealthService health;
    private final PipelineSettings settings;
    private final String applicationId;
    private @Nullable AlertService alerts;

    private Pipeline(PipelineSettings settings, StandingDefinitions definitions, LocalStack stack) {
        this.stack = stack;
        this.registry = stack.schemaRegistry();
        this.producer =
                EventProducer.connect(ProducerSettings.of(stack.bootstrapServers()), registry, settings.clock());
        StitchingSettings stitchingSettings = StitchingSettings.of(
                        stack.bootstrapServers(), stack.dataDirectory().resolve("state"))
                .withPace(settings.pace());
        this.stitching = new StitchingService(stitchingSettings, definitions, registry);
        this.health = new HealthService(stitchingSettings, definitions, registry, settings.healthPace());
        this.settings = settings;
        this.applicationId = stitchingSettings.applicationId();
    }

    /** Those that are given hold from now on, also where the directory has others. */
    private static StandingDefinitions definitions(PipelineSettings settings, LocalStack stack)
            throws InterruptedException {
        Map<String, Object> kafka = Map.of("bootstrap.servers", stack.bootstrapServers());
        DefinitionsDesk desk =
                new DefinitionsDesk(kafka, kafka, stack.schemaRegistry(), Registration.REGISTER, settings.clock());
        LaidDownDefinitions before = desk.laidDown();
        if (before.latest().isPresent()) {
            refuseMoved(before.movedBy(settings.definitions().definitions()));
        }
        return desk.layDown(settings.definitions(), System.getProperty("user.name", "unknown"))
                .now();
    }

    private static void refuseMoved(List<String> moved) {
        if (!moved.isEmpty()) {
            throw new Failure("the directory was begun with other " + String.join(" and ", moved)
                    + ", by which evidence was placed there: give another --data, or definitions that leave this as it"
                    + " was");
        }
    }

    /**
     * Starts everything and returns when stitching works.
     *
     * @throws Failure if something on this machine is in the way
     */
    public static Pipeline start(PipelineSettings settings) throws InterruptedException {
        LocalStack stack = stack(settings);
        Pipeline pipeline = connected(settings, stack);
        try {
            pipeline.stitching.start();
            pipeline.health.start();
            pipeline.awaitLedger(LONGEST_START);
            pipeline.watchOverAlerts();
            return pipeline;
        } catch (RuntimeException | InterruptedException e) {
            pipeline.close();
            throw e;
        }
    }

    private void watchOverAlerts() {
        Duration patience = settings.alertPatience();
        if (patience != null) {
            Map<String, Object> kafka = Map.of("bootstrap.servers", stack.bootstrapServers());
            WatchSettings watch = new WatchSettings(kafka, kafka, applicationId, Registration.REGISTER, patience);
            alerts = AlertService.start(watch, registry, settings.clock());
        }
    }

    private static Pipeline connected(PipelineSettings settings, LocalStack stack) throws InterruptedException {
        if (settings.stack().dataDirectory() != null) {
            Logs.to(stack.dataDirectory().resolve("journey.log"));
        }
        try {
            return new Pipeline(settings, definitions(settings, stack), stack);
        } catch (RuntimeException | InterruptedException e) {
            stack.close();
            throw e;
        }
    }

    private static LocalStack stack(PipelineSettings settings) {
        try {
            return LocalStack.start(settings.stack());
        } catch (CannotStart e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        }
    }

    /** Where events go in. */
    public EventSink edge() {
        return producer;
    }

    public SchemaRegistry registry() {
        return registry;
    }

    public String bootstrapServers() {
        return stack.bootstrapServers();
    }

    public String registryUrl() {
        return stack.registryUrl();
    }

    /** Directory of broker and state; gone after {@link #close} if it is temporary. */
    public Path dataDirectory() {
        return stack.dataDirectory();
    }

    /** What streams has counted in its state; empty for moments in which nobody can ask. */
    public Optional<LedgerView> ledger() {
        refuseIfBroken();
        return stitching.ledger();
    }

    /** The same, waiting for such moments to pass. */
    public LedgerView awaitLedger(Duration within) throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        while (System.nanoTime() - end < 0) {
            Optional<LedgerView> ledger = isRunning() ? ledger() : Optional.empty();
            if (ledger.isPresent()) {
                return ledger.get();
            }
            refuseIfBroken();
            Thread.sleep(LOOK_AGAIN.toMillis());
        }
        throw new Failure("streams did not start within " + within.toSeconds() + " s");
    }

    private boolean isRunning() {
        return stitching.isRunning() && health.isRunning();
    }

    /** Hears now and then how much is left. */
    @FunctionalInterface
    public interface Waiting {
        /** Records that have not been processed yet. */
        void left(long records);
    }

    /**
     * Waits until everything sent has been processed and published; others must have stopped sending.
     *
     * @throws Failure if streams has stopped
     */
    public void drain(Waiting waiting) throws InterruptedException {
        while (!drained()) {
            waiting.left(stitching.lag() + health.lag());
        }
    }

    /**
     * Waits until everything sent has been read, though perhaps not published; others must have stopped sending.
     *
     * @throws Failure if streams has stopped
     */
    public void awaitRead(Waiting waiting) throws InterruptedException {
        long said = System.nanoTime();
        for (long left = stitching.lag(); left > 0; left = stitching.lag()) {
            refuseIfBroken();
            if (System.nanoTime() - said > SAY_SOMETHING.toNanos()) {
                waiting.left(left);
                said = System.nanoTime();
            }
            Thread.sleep(LOOK_AGAIN.toMillis());
        }
    }

    private boolean drained() throws InterruptedException {
        try {
            return stitching.awaitDrained(SAY_SOMETHING) && health.awaitDrained(SAY_SOMETHING);
        } catch (IllegalStateException e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        }
    }

    private void refuseIfBroken() {
        stitching.failure().or(health::failure).ifPresent(cause -> {
            throw new Failure("streams has stopped: " + cause.getMessage(), cause);
        });
    }

    /** Stops taking and making events; what was published can still be read until {@link #close}. */
    public void stopStitching() {
        producer.close();
        if (alerts != null) {
            alerts.close();
        }
        stitching.close();
        health.close();
    }

    /** Stops everything, in order. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted(); // an interruption must not keep it from cleaning up
        stopStitching();
        stack.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
