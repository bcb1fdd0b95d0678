package io.journeystream.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.registry.InMemoryRegistry;
import io.journeystream.streams.health.Backlog;
import io.journeystream.streams.health.HealthPace;
import io.journeystream.streams.health.HealthPlan;
import io.journeystream.streams.publishing.KeptBudget;
import io.journeystream.streams.publishing.Pace;
import io.journeystream.streams.state.StateStores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

/** Names of nodes and stores are part of what an upgrade must keep: a change of them is a decision, not an accident. */
class TopologyDescriptionTest {
    private static final Path GOLDEN = Path.of("..", "docs", "topology.txt");

    private static Topology health() {
        HealthPlan plan = new HealthPlan(
                StandingDefinitions.STANDARD,
                new InMemoryRegistry(),
                HealthPace.STANDARD,
                new Backlog(),
                System::nanoTime);
        return new HealthTopology(
                        plan,
                        StateStores.onDisk(),
                        Map.of(
                                StreamsConfig.APPLICATION_ID_CONFIG, "health",
                                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1"))
                .get();
    }

    @Test
    void the_topologies_are_as_the_documentation_draws_them() throws Exception {
        StitchingPlan plan = new StitchingPlan(
                StandingDefinitions.STANDARD,
                new InMemoryRegistry(),
                4,
                Pace.STANDARD,
                new KeptBudget(0),
                Duration.ofMinutes(5),
                System::nanoTime);
        Topology stitching = new JourneyTopology(plan, StateStores.onDisk(), JourneyTopology.Wiring.KAFKA).get();

        String drawn = "Stitching. " + stitching.describe() + "\nHealth. " + health().describe();

        assertThat(drawn)
                .as("if this change is meant, put it into docs/topology.txt:\n%s", drawn)
                .isEqualToIgnoringNewLines(Files.readString(GOLDEN));
    }
}
