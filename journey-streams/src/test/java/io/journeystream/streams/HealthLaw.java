package io.journeystream.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.health.Contribution;
import io.journeystream.health.Correction;
import io.journeystream.health.Figure;
import io.journeystream.health.Flow;
import io.journeystream.health.Health;
import io.journeystream.health.HealthCell;
import io.journeystream.health.HealthRecords;
import io.journeystream.journeys.Journey;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Health and journey map are the fold over the journeys there are at the end, however they came to be; corrections sum
 * to what has changed since a journey first matured (docs/semantics.md, sections 2, 7 to 9).
 */
final class HealthLaw {
    private static final BigDecimal NOTHING = new BigDecimal("0.000000");

    private HealthLaw() {}

    /** @param published every record of every journey, in order */
    static void assertHolds(long seed, Random random, List<Journey> published, Collection<Journey> atTheEnd) {
        RandomDefinitions definitions = new RandomDefinitions(random);
        try (HealthDriver driver = new HealthDriver(RandomDefinitions.first())) {
            deliver(driver, published, definitions, random);
            List<String> dimensions = definitions.latest().definitions().dimensions();
            Map<String, String> teams = definitions.latest().definitions().teams();
            driver.settle();

            Health expected = new Health();
            atTheEnd.forEach(journey -> Contribution.of(journey).ifPresent(counts -> expected.add(counts, dimensions)));
            assertThat(driver.cells()).as("seed %d", seed).isEqualTo(cells(expected, teams));
            assertThat(driver.flows()).as("seed %d", seed).isEqualTo(flows(expected, teams));
            assertConserved(seed, driver.corrections(), published);
        }
    }

    private static void deliver(
            HealthDriver driver, List<Journey> published, RandomDefinitions definitions, Random random) {
        for (Journey journey : published) {
            driver.send(journey);
            switch (random.nextInt(12)) {
                case 0, 1 -> driver.pass(Duration.ofMillis(random.nextInt(3000)));
                case 2 -> driver.send(journey); // again, as after state was lost
                case 3 -> {
                    switch (random.nextInt(8)) {
                        case 0 -> driver.define(definitions.next());
                        case 1 -> driver.restart(definitions.next());
                        default -> {}
                    }
                }
                default -> {}
            }
        }
    }

    static Map<String, HealthCell> cells(Health health, Map<String, String> teams) {
        Map<String, HealthCell> cells = new HashMap<>();
        health.cells()
                .forEach((key, sums) -> cells.put(key.toString(), HealthRecords.of(key, teams.get(key.type()), sums)));
        return cells;
    }

    static Map<String, Flow> flows(Health health, Map<String, String> teams) {
        Map<String, Flow> flows = new HashMap<>();
        health.flows()
                .forEach((key, sums) -> flows.put(key.toString(), HealthRecords.of(key, teams.get(key.type()), sums)));
        return flows;
    }

    /** For each journey and figure, what was first published as matured and all corrections give what holds. */
    private static void assertConserved(long seed, List<Correction> corrections, List<Journey> published) {
        Map<List<String>, BigDecimal> sums = new HashMap<>();
        corrections.forEach(each -> sums.merge(
                List.of(each.getJourneyId(), each.getFigure()),
                orNothing(each.getNewValue()).subtract(orNothing(each.getOldValue())),
                BigDecimal::add));
        Map<String, Contribution> first = new HashMap<>();
        Map<String, Optional<Contribution>> last = new HashMap<>();
        for (Journey journey : published) {
            Optional<Contribution> matured = Contribution.of(journey).filter(Contribution::matured);
            matured.ifPresent(counts -> first.putIfAbsent(journey.getJourneyId(), counts));
            last.put(journey.getJourneyId(), matured);
        }
        last.forEach((id, end) -> {
            for (Figure figure : Figure.values()) {
                BigDecimal change = value(end.orElse(null), figure).subtract(value(first.get(id), figure));
                assertThat(sums.getOrDefault(List.of(id, figure.toString()), NOTHING))
                        .as("seed %d: %s of %s", seed, figure, id)
                        .isEqualByComparingTo(change);
            }
        });
        assertThat(corrections)
                .as("seed %d", seed)
                .allMatch(each -> first.containsKey(each.getJourneyId()), "a correction of what never matured");
    }

    private static BigDecimal value(@Nullable Contribution counts, Figure figure) {
        return counts == null ? NOTHING : figure.decimal(counts.figures().get(figure));
    }

    private static BigDecimal orNothing(@Nullable BigDecimal value) {
        return value == null ? NOTHING : value;
    }
}
