package io.journeystream.local.services;

import io.journeystream.definitions.Definitions;
import io.journeystream.ingest.http.IngestService;
import io.journeystream.ingest.http.IngestSettings;
import io.journeystream.local.Failure;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.runtime.http.CannotListen;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The edge over HTTP in the foreground, from the checks before it begins until it is stopped. */
public final class IngestRun {
    private static final Logger LOG = LoggerFactory.getLogger(IngestRun.class);

    private final Configuration configuration;
    private final Definitions definitions;
    private final Clock clock;

    public IngestRun(Configuration configuration, Definitions definitions, Clock clock) {
        this.configuration = configuration;
        this.definitions = definitions;
        this.clock = clock;
    }

    /**
     * Runs until the thread is interrupted.
     *
     * @throws InterruptedException when it was, after every request under way was answered
     * @throws Failure if it cannot begin
     */
    public void run() throws InterruptedException {
        Connection connection = Connection.of(configuration);
        IngestSettings settings = IngestKeys.settings(configuration, connection, definitions);
        SchemaRegistry registry = StartUp.recordRegistry(connection);
        try (IngestService ingest = listening(settings, registry)) {
            LOG.info(
                    "listening at http://{}:{}/v1/events; /health/ready says when events are taken in",
                    settings.http().host(),
                    ingest.port());
            new StartUp(connection, TopicKeys.demands(configuration)).check(registry);
            ingest.begin();
            new CountDownLatch(1).await();
        } finally {
            LOG.info("ingest has stopped");
        }
    }

    private IngestService listening(IngestSettings settings, SchemaRegistry registry) {
        try {
            return IngestService.listen(settings, registry, clock);
        } catch (CannotListen | IllegalArgumentException | KafkaException e) {
            throw new Failure("ingest cannot begin: " + e.getMessage(), e);
        }
    }
}
