package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.health.CellLaws;
import io.journeystream.health.Contribution;
import io.journeystream.health.Flow;
import io.journeystream.health.FlowLaws;
import io.journeystream.health.Health;
import io.journeystream.health.HealthCell;
import io.journeystream.health.HealthRecords;
import io.journeystream.journeys.Journey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Journeys, health cells and journey map of a run, as its files have them. */
record HealthFiles(List<Journey> journeys, List<HealthCell> cells, List<Flow> flows) {

    static HealthFiles of(Run run) {
        return new HealthFiles(
                PlainRecords.of(run.journeys(), Journey.class),
                PlainRecords.of(run.lines("health.ndjson"), HealthCell.class),
                PlainRecords.of(run.lines("flows.ndjson"), Flow.class));
    }

    /** All that sections 8 and 9 of docs/semantics.md say is always true. */
    void assertAlwaysTrue(List<String> dimensions) {
        assertThat(journeys).isNotEmpty().allMatch(journey -> journey.getContactsOmitted() == 0);
        assertThat(CellLaws.broken(cells)).isEmpty();
        assertThat(FlowLaws.broken(flows, journeys)).isEmpty();
        Health fold = fold(dimensions);
        assertSame(cells, cells(fold));
        assertSame(flows, flows(fold));
    }

    private static <T> void assertSame(List<T> published, List<T> expected) {
        assertThat(published).isNotEmpty().doesNotHaveDuplicates().hasSameSizeAs(expected);
        Set<T> wrong = new HashSet<>(published);
        expected.forEach(wrong::remove);
        assertThat(wrong).isEmpty();
    }

    private Health fold(List<String> dimensions) {
        Health health = new Health();
        journeys.forEach(journey -> Contribution.of(journey).ifPresent(counts -> health.add(counts, dimensions)));
        return health;
    }

    private List<HealthCell> cells(Health health) {
        Map<String, @Nullable String> teams = teams();
        return health.cells().entrySet().stream()
                .map(cell ->
                        HealthRecords.of(cell.getKey(), teams.get(cell.getKey().type()), cell.getValue()))
                .toList();
    }

    private List<Flow> flows(Health health) {
        Map<String, @Nullable String> teams = teams();
        return health.flows().entrySet().stream()
                .map(flow ->
                        HealthRecords.of(flow.getKey(), teams.get(flow.getKey().type()), flow.getValue()))
                .toList();
    }

    private Map<String, @Nullable String> teams() {
        Map<String, @Nullable String> teams = new HashMap<>();
        journeys.forEach(journey -> teams.put(journey.getType(), journey.getTeam()));
        return teams;
    }
}
