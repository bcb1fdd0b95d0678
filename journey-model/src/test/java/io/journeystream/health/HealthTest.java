package io.journeystream.health;

import static io.journeystream.stories.Times.at;
import static io.journeystream.stories.Times.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.journeystream.events.Instrument;
import io.journeystream.journeys.ContactDirection;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.JourneyContact;
import io.journeystream.stories.RandomStories;
import io.journeystream.stories.Story;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is always true of health and journey map (docs/semantics.md, sections 8 to 10), over random journeys. */
class HealthTest {
    private static final List<String> DIMENSIONS = List.of("x", "nobody has it");

    /** Journeys of so many stories from this seed on. */
    private static List<Journey> journeys(long seed, int stories) {
        return LongStream.range(seed, seed + stories)
                .mapToObj(RandomStories::of)
                .flatMap(story -> story.journeys().stream())
                .toList();
    }

    private static Health of(List<Journey> journeys) {
        Health health = new Health();
        journeys.forEach(journey -> Contribution.of(journey).ifPresent(counts -> health.add(counts, DIMENSIONS)));
        return health;
    }

    private static Sums sums(Health health, CellKey key) {
        Apart<Sums> apart = health.cells().get(key);
        Sums both = new Sums();
        if (apart != null) {
            both.add(apart.matured());
            both.add(apart.provisional());
        }
        return both;
    }

    @Test
    void what_is_taken_away_leaves_nothing_whatever_the_order() {
        List<Journey> journeys = new ArrayList<>(journeys(0, 200));
        Health health = of(journeys);
        assertThat(health.cells()).isNotEmpty();

        Collections.shuffle(journeys, new Random(1));
        journeys.forEach(journey -> Contribution.of(journey).ifPresent(counts -> health.takeAway(counts, DIMENSIONS)));

        assertThat(health.cells()).isEmpty();
        assertThat(health.flows()).isEmpty();
    }

    @Test
    void every_dimension_sums_to_all_and_hours_sum_to_their_day() {
        Health health = of(journeys(200, 200));
        Map<CellKey, Sums> byDimension = new HashMap<>();
        Map<CellKey, Sums> byHour = new HashMap<>();
        health.cells().forEach((key, sums) -> {
            CellKey all = new CellKey(key.type(), key.period(), key.cohort(), key.dimension(), null);
            CellKey day = new CellKey(
                    key.type(), Period.DAY, CellKey.cohort(Period.DAY, key.cohort()), key.dimension(), key.value());
            Sums both = sums(health, key);
            byDimension.computeIfAbsent(all, k -> new Sums()).add(both);
            if (key.period() == Period.HOUR) {
                byHour.computeIfAbsent(day, k -> new Sums()).add(both);
            }
        });
        byDimension.forEach((key, sum) -> assertThat(sum)
                .as("%s", key)
                .isEqualTo(sums(health, new CellKey(key.type(), key.period(), key.cohort(), CellKey.ALL, null))));
        assertThat(byHour).isNotEmpty();
        byHour.forEach((key, sum) -> assertThat(sum).as("%s", key).isEqualTo(sums(health, key)));
    }

    @Test
    void containment_goes_from_raw_to_strict_to_verified_and_classes_sum_to_entries() {
        of(journeys(400, 200))
                .cells()
                .forEach((key, apart) -> List.of(apart.matured(), apart.provisional())
                        .forEach(sums -> {
                            HealthFigures figures = HealthRecords.figures(sums);
                            SelfServiceEntries entries = figures.getSelfService();
                            assertThat(entries.getHandedOff()
                                            + entries.getContainedConfirmed()
                                            + entries.getContainedAssumed()
                                            + entries.getNoIntent()
                                            + entries.getAbandoned()
                                            + entries.getUnconfirmed())
                                    .as("%s", key)
                                    .isEqualTo(entries.getEntries());
                            if (figures.getStrictContainment() != null) {
                                assertThat(figures.getVerifiedContainment())
                                        .isLessThanOrEqualTo(figures.getStrictContainment());
                                if (entries.getNoIntent() == 0) {
                                    assertThat(figures.getStrictContainment())
                                            .isLessThanOrEqualTo(figures.getRawContainment());
                                }
                            }
                        }));
    }

    @Test
    void edges_cost_what_inbound_contacts_cost_and_every_journey_starts_and_ends_once() {
        List<Journey> journeys = journeys(600, 200);
        Health health = of(journeys);
        BigDecimal legs = journeys.stream()
                .flatMap(journey -> journey.getContacts().stream())
                .filter(contact -> contact.getDirection() == ContactDirection.INBOUND)
                .map(JourneyContact::getCost)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        long micros = 0;
        long starts = 0;
        long ends = 0;
        for (Map.Entry<FlowKey, Apart<FlowSums>> edge : health.flows().entrySet()) {
            FlowSums sums = edge.getValue().matured().plus(edge.getValue().provisional());
            micros += sums.costMicros();
            starts += edge.getKey().from() == null ? sums.transitions() : 0;
            ends += edge.getKey().to() == null ? sums.transitions() : 0;
        }
        assertThat(BigDecimal.valueOf(micros, 6)).isEqualByComparingTo(legs);
        assertThat(starts).isEqualTo(journeys.size());
        assertThat(ends).isEqualTo(journeys.size());
    }

    @Test
    void names_of_cells_and_edges_can_be_read_back() {
        of(journeys(800, 50))
                .cells()
                .keySet()
                .forEach(key -> assertThat(CellKey.parse(key.toString())).isEqualTo(key));
        of(journeys(800, 50))
                .flows()
                .keySet()
                .forEach(key -> assertThat(FlowKey.parse(key.toString())).isEqualTo(key));
        CellKey odd = new CellKey("a/b c|%", Period.HOUR, 3_600_000L, "seg ment", "");
        assertThat(CellKey.parse(odd.toString())).isEqualTo(odd);
        FlowKey start = new FlowKey("t", 0, null, "START", null);
        assertThat(FlowKey.parse(start.toString())).isEqualTo(start);
    }

    @Test
    void issues_and_contacts_give_two_rates_of_first_contact_resolution() {
        Story story = Story.told();
        story.call("ada", at(0)).about("billing");
        story.call("bob", at(0)).about("billing");
        for (int call = 0; call < 4; call++) {
            story.call("cyd", at(days(call))).about("billing");
        }
        HealthFigures figures = matured(story.tick(days(30)).journeys());
        assertThat(figures.getFirstContactResolution()).isEqualTo(2.0 / 3);
        assertThat(figures.getFirstContactResolutionByContact()).isEqualTo(2.0 / 6);
    }

    @Test
    void recommendations_of_seven_of_whom_six_answered() {
        Story story = Story.told();
        List<Integer> scores = List.of(1, 8, 8, 10, 5, 9);
        for (int i = 0; i < scores.size(); i++) {
            story.call("customer " + i, at(0)).about("billing");
            story.survey("customer " + i, Instrument.NPS, at(10)).scored(scores.get(i), 0, 10);
        }
        story.call("who did not answer", at(0)).about("billing");
        HealthFigures figures = matured(story.tick(days(30)).journeys());
        assertThat(figures.getNpsAnswers()).isEqualTo(6);
        assertThat(figures.getNps()).isZero();
    }

    private static HealthFigures matured(List<Journey> journeys) {
        Sums sums = new Sums();
        journeys.forEach(journey -> sums.add(JourneyFigures.of(journey), 1));
        return HealthRecords.figures(sums);
    }

    @Test
    void means_and_costs_of_channels_are_those_of_the_journeys() {
        List<Journey> journeys = journeys(1_000, 300);
        HealthFigures figures = matured(journeys);
        double effort =
                journeys.stream().mapToDouble(Journey::getEffort).average().orElseThrow();
        assertThat(figures.getEffort()).isCloseTo(effort, within(1e-6));
        assertThat(figures.getCost())
                .isEqualByComparingTo(journeys.stream().map(Journey::getCost).reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(figures.getMarginalChannelCost()).isCloseTo(slope(journeys), within(1e-9));
        assertThat(figures.getByChannelCount().get(1).getCostSquared())
                .isEqualByComparingTo(journeys.stream()
                        .filter(journey -> journey.getChannelCount() == 2)
                        .map(journey -> journey.getCost().multiply(journey.getCost()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static double slope(List<Journey> journeys) {
        List<Journey> counted = journeys.stream()
                .filter(journey -> journey.getChannelCount() > 0)
                .toList();
        double meanX = counted.stream().mapToDouble(HealthTest::x).average().orElseThrow();
        double meanY = counted.stream()
                .mapToDouble(journey -> journey.getCost().doubleValue())
                .average()
                .orElseThrow();
        double above = 0;
        double below = 0;
        for (Journey journey : counted) {
            above += (x(journey) - meanX) * (journey.getCost().doubleValue() - meanY);
            below += (x(journey) - meanX) * (x(journey) - meanX);
        }
        return above / below;
    }

    private static double x(Journey journey) {
        return Math.min(4, journey.getChannelCount());
    }
}
