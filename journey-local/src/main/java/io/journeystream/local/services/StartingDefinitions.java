package io.journeystream.local.services;

import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.local.Failure;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.runtime.configuration.ClientKind;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.serve.definitions.DefinitionsDesk;
import io.journeystream.serve.definitions.LaidDownDefinitions;
import io.journeystream.serve.reading.KafkaUnavailable;
import io.journeystream.topics.GroupLag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** With which definitions streams starts: a file that it is given holds from then on, for all instances. */
final class StartingDefinitions {
    private static final Logger LOG = LoggerFactory.getLogger(StartingDefinitions.class);

    private final Connection connection;
    private final SchemaRegistry registry;
    private final Clock clock;

    StartingDefinitions(Connection connection, SchemaRegistry registry, Clock clock) {
        this.connection = connection;
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * @param given null: those that hold, or the standard where nobody has laid down any
     * @throws Failure if they cannot hold for an application that has begun with others, or Kafka does not keep them
     */
    StandingDefinitions of(String applicationId, @Nullable WrittenDefinitions given) throws InterruptedException {
        DefinitionsDesk desk = new DefinitionsDesk(
                connection.properties(ClientKind.CONSUMER),
                connection.properties(ClientKind.PRODUCER),
                registry,
                connection.registration(),
                clock);
        try {
            LaidDownDefinitions before = desk.laidDown();
            if (given == null && before.latest().isPresent()) {
                return told(before.latest().get());
            }
            WrittenDefinitions next = given == null ? WrittenDefinitions.STANDARD : given;
            refuseMoved(applicationId, before.movedBy(next.definitions()));
            return told(desk.layDown(next, "streams " + applicationId).now());
        } catch (KafkaUnavailable e) {
            throw new Failure("streams cannot begin: " + e.getMessage(), e);
        }
    }

    private static StandingDefinitions told(StandingDefinitions standing) {
        LOG.info(
                "definitions {} hold, laid down by {} at {}",
                standing.definitions().version(),
                standing.by(),
                Instant.ofEpochMilli(standing.at()));
        return standing;
    }

    /** An application that has read nothing yet may begin with whatever it likes. */
    private void refuseMoved(String applicationId, List<String> moved) {
        if (!moved.isEmpty() && hasBegun(applicationId)) {
            throw new Failure(String.join(" and ", moved) + " cannot change while " + applicationId
                    + " keeps evidence by what held before: leave this as it was, or see \"Changing them\" in"
                    + " docs/definitions.md for how to compute all again");
        }
    }

    private boolean hasBegun(String applicationId) {
        try (Admin admin = Admin.create(connection.properties(ClientKind.ADMIN))) {
            return !new GroupLag(admin, applicationId).committed().isEmpty();
        }
    }
}
