package io.journeystream.local.services;

import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.local.Failure;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.streams.HealthService;
import io.journeystream.streams.StitchingService;
import io.journeystream.streams.StitchingSettings;
import io.journeystream.streams.health.HealthPace;
import java.time.Clock;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stitching and journey health in the foreground, from the checks before it begins until it is stopped. */
public final class StreamsRun {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsRun.class);
    private static final long LOOK_AGAIN_MILLIS = 500;

    private final Configuration configuration;
    private final @Nullable WrittenDefinitions given;
    private final Clock clock;

    /**
     * @param given definitions that are to hold from now on; null for those that hold
     * @param clock tells since when they hold, and how far event time is behind
     */
    public StreamsRun(Configuration configuration, @Nullable WrittenDefinitions given, Clock clock) {
        this.configuration = configuration;
        this.given = given;
        this.clock = clock;
    }

    /**
     * Runs until the thread is interrupted.
     *
     * @throws InterruptedException when it was, after stitching has stopped cleanly
     * @throws Failure if it cannot begin, or has to stop
     */
    public void run() throws InterruptedException {
        try (StreamsMonitoring monitoring = new StreamsMonitoring(configuration.get(MonitoringKeys.READY_LAG))) {
            monitoring.listen(configuration);
            Connection connection = Connection.of(configuration);
            SchemaRegistry registry = StartUp.recordRegistry(connection);
            new StartUp(connection, TopicKeys.demands(configuration)).check(registry);
            StitchingSettings settings = StreamsKeys.settings(configuration, connection);
            StandingDefinitions definitions =
                    new StartingDefinitions(connection, registry, clock).of(settings.applicationId(), given);
            stitch(settings, definitions, registry, monitoring);
        }
    }

    private void stitch(
            StitchingSettings settings,
            StandingDefinitions definitions,
            SchemaRegistry registry,
            StreamsMonitoring monitoring)
            throws InterruptedException {
        LOG.info(
                "starting stitching as {} with {} thread(s), state in {}",
                settings.applicationId(),
                settings.resources().threads(),
                settings.stateDirectory());
        try (StitchingService stitching = service(settings, definitions, registry);
                HealthService health = health(settings, definitions, registry)) {
            monitoring.watch(stitching, health, clock);
            stitching.start();
            health.start();
            watch(stitching, health);
        } finally {
            LOG.info("stitching has stopped");
        }
    }

    private static StitchingService service(
            StitchingSettings settings, StandingDefinitions definitions, SchemaRegistry registry) {
        try {
            return new StitchingService(settings, definitions, registry);
        } catch (IllegalStateException | KafkaException e) {
            throw new Failure("stitching cannot begin: " + KafkaReach.rootMessage(e), e);
        }
    }

    private static HealthService health(
            StitchingSettings settings, StandingDefinitions definitions, SchemaRegistry registry) {
        try {
            return new HealthService(settings, definitions, registry, HealthPace.STANDARD);
        } catch (KafkaException e) {
            throw new Failure("journey health cannot begin: " + KafkaReach.rootMessage(e), e);
        }
    }

    private static void watch(StitchingService stitching, HealthService health) throws InterruptedException {
        Progress progress = new Progress();
        while (true) {
            stitching.failure().ifPresent(cause -> {
                throw new Failure("stitching has stopped: " + KafkaReach.rootMessage(cause), cause);
            });
            health.failure().ifPresent(cause -> {
                throw new Failure("journey health has stopped: " + KafkaReach.rootMessage(cause), cause);
            });
            progress.look(stitching.isRunning());
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }
}
