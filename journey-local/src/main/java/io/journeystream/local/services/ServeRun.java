package io.journeystream.local.services;

import io.journeystream.definitions.Definitions;
import io.journeystream.local.Failure;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.runtime.http.CannotListen;
import io.journeystream.serve.bi.schema.DatabaseAccess;
import io.journeystream.serve.http.AlertAccess;
import io.journeystream.serve.http.ServeService;
import io.journeystream.serve.http.ServeSettings;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is asked over HTTP, answered in the foreground, from the checks before it begins until it is stopped. */
public final class ServeRun {
    private static final Logger LOG = LoggerFactory.getLogger(ServeRun.class);

    private final Configuration configuration;
    private final Definitions definitions;
    private final Clock clock;

    /** @param clock tells when something is laid down */
    public ServeRun(Configuration configuration, Definitions definitions, Clock clock) {
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
        ServeSettings settings = ServeKeys.settings(configuration, connection, definitions);
        SchemaRegistry registry = StartUp.recordRegistry(connection);
        try (AlertTargets targets = new AlertTargets(configuration, clock);
                ServeService serve =
                        listening(settings, registry, new AlertAccess(AlertTargets::check, targets, clock))) {
            LOG.info(
                    "listening at http://{}:{}/v1/identities; /health/ready says when questions are answered",
                    settings.http().host(),
                    serve.port());
            new StartUp(connection, TopicKeys.demands(configuration)).check(registry);
            serve.begin();
            new CountDownLatch(1).await();
        } finally {
            LOG.info("serve has stopped");
        }
    }

    /** The database of the feeds, where one is named: serve starts none. */
    private @Nullable DataSource feeds() {
        return BiDatabase.named(configuration).map(DatabaseAccess::source).orElse(null);
    }

    private ServeService listening(ServeSettings settings, SchemaRegistry registry, AlertAccess alerts) {
        try {
            return ServeService.listen(settings, registry, alerts, feeds(), clock);
        } catch (CannotListen | IllegalArgumentException e) {
            throw new Failure("serve cannot begin: " + e.getMessage(), e);
        }
    }
}
