package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.local.broker.EmbeddedBroker;
import io.journeystream.local.machine.DataDirectory;
import io.journeystream.local.registry.EmbeddedRegistry;
import io.journeystream.registry.HttpSchemaRegistry;
import io.journeystream.registry.RegistrySettings;
import io.journeystream.topics.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code topics} and {@code schemas} against a real broker and registry that nobody has prepared. */
@Timeout(120)
class TopicsAndSchemasTest {
    private DataDirectory data;
    private EmbeddedBroker broker;
    private EmbeddedRegistry registry;

    @BeforeEach
    void start() {
        data = DataDirectory.open(null);
        broker = EmbeddedBroker.start(data, 0, words -> {});
        registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0);
    }

    @AfterEach
    void stop() {
        registry.close();
        broker.close();
        data.close();
    }

    @Test
    void topics_are_made_then_found_right_and_drift_is_found() throws Exception {
        assertThat(journey("topics check").err()).contains("does not exist: make it with `./journey topics create`");

        assertThat(journey("topics create --set topics.partitions=3").exitCode())
                .isZero();
        assertThat(journey("topics check").exitCode()).isZero();

        alter(Topics.CHANNEL_EVENTS.name(), "retention.ms", "3600000");
        alter(Topics.REJECTS.name(), "max.message.bytes", "1000");
        alter(Topics.JOURNEYS.name(), "cleanup.policy", "delete");
        Journey drifted = journey("topics check --set topics.partitions=6 --set topics.replication=2");

        assertThat(drifted.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(drifted.err())
                .contains("topic journey.channel-events.v1 has retention.ms=3600000 and needs 34560000000 or more:"
                        + " kafka-configs.sh --bootstrap-server HOST:PORT --alter --entity-type topics --entity-name"
                        + " journey.channel-events.v1 --add-config retention.ms=34560000000")
                .contains("topic journey.rejects.v1 has max.message.bytes=1000 and needs 2097152 or more")
                .contains("topic journey.journeys.v1 has cleanup.policy=delete and needs compact:")
                .contains("topic journey.clock.v1 has 3 partitions, asked for are 6")
                .contains("topic journey.clock.v1 has 1 copies of a partition, asked for are 2");
    }

    @Test
    void longer_retention_is_nobodys_mistake() throws Exception {
        journey("topics create");

        alter(Topics.CHANNEL_EVENTS.name(), "retention.ms", "-1");

        assertThat(journey("topics check").exitCode()).isZero();
    }

    @Test
    void schemas_are_registered_then_found_and_an_incompatible_one_is_told() {
        assertThat(journey("schemas check").err())
                .contains("journey.journeys.v1-value is not registered: register it with `./journey schemas register`");

        Journey registered = journey("schemas register");
        Journey again = journey("schemas check");

        assertThat(registered.exitCode()).as("%s", registered).isZero();
        assertThat(again.out()).isEqualTo(registered.out()).contains("journey.rejects.v1-value is registered with id ");
    }

    @Test
    void a_schema_that_clashes_is_told_with_where() {
        new HttpSchemaRegistry(RegistrySettings.of(registry.url()))
                .register(
                        "journey.clock.v1-value",
                        SchemaBuilder.record("ClockTick")
                                .namespace("io.journeystream.events")
                                .fields()
                                .requiredString("watermark")
                                .endRecord());

        Journey check = journey("schemas register");

        assertThat(check.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(check.err()).contains("journey.clock.v1-value has versions that ours is incompatible with (");
        assertThat(check.out()).contains("journey.journeys.v1-value is registered with id ");
    }

    @Test
    void a_level_that_lets_anything_in_is_warned_of() throws Exception {
        journey("schemas register");
        HttpRequest none = HttpRequest.newBuilder(URI.create(registry.url() + "/config"))
                .PUT(BodyPublishers.ofString("{\"compatibility\": \"NONE\"}"))
                .build();
        HttpClient.newHttpClient().send(none, BodyHandlers.discarding());

        Journey check = journey("schemas check");

        assertThat(check.exitCode()).isZero();
        assertThat(check.err())
                .contains("warning: the registry's compatibility level of journey.clock.v1-value is NONE");
    }

    private Journey journey(String command) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ", -1)));
        arguments.addAll(List.of("--bootstrap-server", broker.bootstrapServers(), "--registry", registry.url()));
        return Journey.run(arguments.toArray(String[]::new));
    }

    private void alter(String topic, String setting, String value) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                            List.of(new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }
}
