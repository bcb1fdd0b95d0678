package io.journeystream.local.services;

import io.journeystream.local.Failure;
import io.journeystream.registry.AvroSerializer.Registration;
import io.journeystream.registry.CompatibilityLevel;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.topics.ClusterDemands;
import io.journeystream.topics.SchemaSetup;
import io.journeystream.topics.SchemaState;
import io.journeystream.topics.TopicSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every service checks before it begins: what it would stumble over is said at once, and with what to do. */
public final class StartUp {
    private static final Logger LOG = LoggerFactory.getLogger(StartUp.class);

    private final Connection connection;
    private final ClusterDemands demands;

    public StartUp(Connection connection, ClusterDemands demands) {
        this.connection = connection;
        this.demands = demands;
    }

    /**
     * Waits for Kafka and the registry, and checks both.
     *
     * @throws Failure with everything that is in the way
     */
    public void check(SchemaRegistry registry) throws InterruptedException {
        LOG.info(
                "checking Kafka at {} and the schema registry at {}",
                connection.bootstrapServers(),
                connection.registry().urls());
        List<String> problems = new ArrayList<>();
        KafkaReach kafka = new KafkaReach(connection);
        try (Admin admin = kafka.client()) {
            kafka.await(admin);
            problems.addAll(new TopicSetup(admin).problems(demands));
        }
        problems.addAll(schemaProblems(new SchemaSetup(registry)));
        if (!problems.isEmpty()) {
            throw new Failure("Kafka or the registry is not as it must be", problems);
        }
        LOG.info("topics and schemas are as they must be");
    }

    /**
     * A client of the registry for records.
     *
     * @throws Failure if the one that is asked for is not in this build
     */
    public static SchemaRegistry recordRegistry(Connection connection) {
        try {
            return connection.recordRegistry();
        } catch (IllegalArgumentException e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        }
    }

    private List<String> schemaProblems(SchemaSetup schemas) throws InterruptedException {
        RegistryReach registry = new RegistryReach(connection.registry());
        List<SchemaState> states = registry.ask(schemas::check);
        Map<String, CompatibilityLevel> weak = registry.ask(schemas::weakLevels);
        weak.forEach((subject, level) -> LOG.warn("{}", SchemaSentences.weak(subject, level)));
        return states.stream()
                .filter(state -> state instanceof SchemaState.Incompatible
                        || (state instanceof SchemaState.Missing && connection.registration() == Registration.LOOK_UP))
                .map(SchemaSentences::of)
                .toList();
    }
}
