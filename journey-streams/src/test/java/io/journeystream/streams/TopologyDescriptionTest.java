package io.journeystream.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.Definitions;
import io.journeystream.registry.InMemoryRegistry;
import io.journeystream.streams.publishing.KeptBudget;
import io.journeystream.streams.publishing.Pace;
import io.journeystream.streams.state.StateStores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

/** Names of nodes and stores are part of what an upgrade must keep: a change of them is a decision, not an accident. */
class TopologyDescriptionTest {
    private static final Path GOLDEN = Path.of("..", "docs", "topology.txt");

    @Test
    void the_topology_is_as_the_documentation_draws_it() throws Exception {
        StitchingPlan plan = new StitchingPlan(
                Definitions.STANDARD,
                new InMemoryRegistry(),
                4,
                Pace.STANDARD,
                new KeptBudget(0),
                Duration.ofMinutes(5),
                System::nanoTime);
        Topology topology = new JourneyTopology(plan, StateStores.onDisk(), JourneyTopology.Wiring.KAFKA).get();

        String drawn = topology.describe().toString();

        assertThat(drawn)
                .as("if this change is meant, put it into docs/topology.txt:\n%s", drawn)
                .isEqualToIgnoringNewLines(Files.readString(GOLDEN));
    }
}
