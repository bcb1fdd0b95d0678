package io.journeystream.local.bitools;

import io.journeystream.definitions.Definitions;
import io.journeystream.health.CellKey;
import io.journeystream.health.Contribution;
import io.journeystream.health.Flow;
import io.journeystream.health.Health;
import io.journeystream.health.HealthCell;
import io.journeystream.health.HealthRecords;
import io.journeystream.identity.StandingFacts;
import io.journeystream.journeys.ComputedJourney;
import io.journeystream.journeys.Journey;
import io.journeystream.local.demo.DemoDefinitions;
import io.journeystream.local.simulator.SimulatorSettings;
import io.journeystream.local.truth.Recomputation;
import io.journeystream.local.truth.SimulatedRun;
import io.journeystream.serve.health.CellTotals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Health of some simulated weeks, as the streams publish it.
 *
 * @param total one cell more: all days and types together, added up by the code that adds up records, as dimension TOTAL
 */
record SimulatedHealth(List<Journey> journeys, List<HealthCell> cells, HealthCell total, List<Flow> flows) {
    static final String TOTAL = "TOTAL";

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration LENGTH = Duration.ofDays(12);

    static SimulatedHealth some() {
        Definitions definitions = DemoDefinitions.standard().definitions();
        SimulatorSettings settings = SimulatorSettings.realistic(7, START).sized(800, 60);
        SimulatedRun run = new SimulatedRun(settings, definitions, LENGTH);
        Health health = new Health();
        List<Journey> journeys = new Recomputation(run.accepted(), definitions, StandingFacts.NONE)
                .journeys(run.end().toEpochMilli()).stream()
                        .map(ComputedJourney::journey)
                        .toList();
        journeys.forEach(each -> Contribution.of(each).ifPresent(counted -> health.add(counted, List.of("segment"))));
        List<HealthCell> cells = new ArrayList<>();
        health.cells().forEach((key, sums) -> cells.add(HealthRecords.of(key, "team-" + key.type(), sums)));
        List<Flow> flows = new ArrayList<>();
        health.flows().forEach((key, sums) -> flows.add(HealthRecords.of(key, "team-" + key.type(), sums)));
        return new SimulatedHealth(journeys, cells, total(cells), flows);
    }

    private static HealthCell total(List<HealthCell> cells) {
        List<HealthCell> days = cells.stream()
                .filter(cell -> cell.getPeriod().name().equals("DAY"))
                .filter(cell -> cell.getDimension().equals(CellKey.ALL))
                .toList();
        var whole = CellTotals.whole(days);
        return HealthCell.newBuilder(days.get(0))
                .setDimension(TOTAL)
                .setMatured(whole.matured())
                .setProvisional(whole.provisional())
                .build();
    }
}
