package io.journeystream.health;

import static io.journeystream.stories.Times.at;
import static io.journeystream.stories.Times.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.journeystream.events.Instrument;
import io.journeystream.journeys.Journey;
import io.journeystream.stories.RandomStories;
import io.journeystream.stories.Story;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    void all_that_is_always_true_holds_for_cells_and_edges() {
        List<Journey> journeys = journeys(200, 600);
        Health health = of(journeys);

        assertThat(CellLaws.broken(cells(health))).isEmpty();
        assertThat(FlowLaws.broken(flows(health), journeys)).isEmpty();
    }

    private static List<HealthCell> cells(Health health) {
        return health.cells().entrySet().stream()
                .map(cell -> HealthRecords.of(cell.getKey(), null, cell.getValue()))
                .toList();
    }

    private static List<Flow> flows(Health health) {
        return health.flows().entrySet().stream()
                .map(flow -> HealthRecords.of(flow.getKey(), null, flow.getValue()))
                .toList();
    }

    @Test
    void a_journey_that_is_missing_from_one_cell_or_edge_is_noticed() {
        List<Journey> journeys = journeys(200, 3);
        List<HealthCell> cells = cells(of(journeys));
        List<Flow> flows = flows(of(journeys));

        for (int i = 0; i < cells.size(); i++) {
            assertThat(CellLaws.broken(without(cells, i)))
                    .as("%s", cells.get(i))
                    .isNotEmpty();
        }
        for (int i = 0; i < flows.size(); i++) {
            Flow flow = flows.get(i);
            boolean tells = flow.getFrom() == null || flow.getTo() == null || costs(flow);
            assertThat(FlowLaws.broken(without(flows, i), journeys).isEmpty())
                    .as("%s", flow)
                    .isEqualTo(!tells);
        }
    }

    private static boolean costs(Flow flow) {
        return flow.getMatured().getCost().signum() != 0
                || flow.getProvisional().getCost().signum() != 0;
    }

    private static <T> List<T> without(List<T> all, int one) {
        List<T> rest = new ArrayList<>(all);
        rest.remove(one);
        return rest;
    }

    @Test
    void figures_that_contradict_each_other_are_noticed() {
        Sums sums = new Sums();
        sums.add(Figure.SELF_SERVICE_ENTRIES, 10);
        sums.add(Figure.CONTAINED_ASSUMED, 4);
        sums.add(Figure.VERIFIED, 5);
        sums.add(Figure.HANDED_OFF, 7);
        CellKey key = new CellKey("billing", Period.DAY, 0, CellKey.ALL, null);
        HealthCell cell = HealthRecords.of(key, null, new Apart<>(new Sums(), sums));

        assertThat(CellLaws.broken(List.of(cell)))
                .contains("terminal classes sum to self-service entries: not in " + key)
                .contains("verified containment is at most strict: not in " + key)
                .contains("strict containment is at most raw where nobody is without intent: not in " + key)
                .contains("24 hours sum to their day: not in " + key)
                .doesNotContain("rates follow from sums: not in " + key);
        cell.getProvisional().put("rawContainment", 0.5);
        assertThat(CellLaws.broken(List.of(cell))).contains("rates follow from sums: not in " + key);
    }

    @Test
    void records_hold_their_sums_so_that_cells_can_be_added_up() {
        Sums all = new Sums();
        Sums fromRecords = new Sums();
        of(journeys(900, 100)).cells().forEach((key, apart) -> {
            all.add(apart.matured());
            HealthFigures record = HealthRecords.figures(apart.matured());
            fromRecords.add(HealthRecords.sums(record));
        });
        assertThat(fromRecords).isEqualTo(all);
        assertThat(all.isZero()).isFalse();
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
