package io.journeystream.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.Definitions;
import io.journeystream.journeys.ComputedJourney;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.Journeys;
import io.journeystream.journeys.Maturity;
import io.journeystream.local.simulator.SimulatorSettings;
import io.journeystream.local.simulator.TrueFigures;
import io.journeystream.local.tally.Board;
import io.journeystream.local.tally.Tally;
import io.journeystream.local.truth.SimulatedRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The simulated organisation looks like those of published research, when measured by our own rules. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoCalibrationTest {
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration LENGTH = Duration.ofDays(30);
    private static final Instant END = START.plus(LENGTH);
    private static final SimulatorSettings SETTINGS = SimulatorSettings.realistic(1, START);

    private final SimulatedRun run =
            new SimulatedRun(SETTINGS, DemoDefinitions.standard().definitions(), LENGTH);
    private final List<Journey> matured = new ArrayList<>();
    private final Board board = new Board();

    @BeforeAll
    void measure() {
        Definitions definitions = DemoDefinitions.standard().definitions();
        for (ComputedJourney computed : new Journeys(definitions).of(run.accepted(), END.toEpochMilli())) {
            board.update(computed.journey());
            if (computed.journey().getMaturity() == Maturity.MATURED) {
                matured.add(computed.journey());
            }
        }
    }

    @Test
    void three_quarters_of_journeys_use_two_or_more_channels() {
        assertThat(board.matured().multiChannelShare()).isBetween(0.68, 0.80);
    }

    @Test
    void first_contact_resolution_is_near_74_percent() {
        assertThat(board.matured().fcrByJourney()).isBetween(0.71, 0.77);
    }

    @Test
    void one_channel_costs_about_9_dollars_and_three_about_26() {
        assertThat(costWith(1)).isBetween(7.0, 11.0);
        assertThat(costWith(3)).isBetween(22.0, 30.0);
    }

    @Test
    void what_is_found_is_near_what_happened() {
        TrueFigures truth = run.truth().quietSince(END, Duration.ofDays(7)).values().stream()
                .reduce(TrueFigures.NONE, TrueFigures::plus);
        Tally found = board.matured();

        assertThat((double) found.journeys() / truth.issues()).isBetween(0.9, 1.12);
        assertThat((double) found.contacts() / truth.contacts()).isBetween(0.9, 1.1);
    }

    private double costWith(int channels) {
        return matured.stream()
                .filter(journey -> journey.getChannelCount() == channels)
                .mapToDouble(journey -> journey.getCost().doubleValue())
                .average()
                .orElseThrow();
    }
}
