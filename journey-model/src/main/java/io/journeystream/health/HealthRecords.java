package io.journeystream.health;

import static io.journeystream.health.Figure.CONTAINED_ASSUMED;
import static io.journeystream.health.Figure.CONTAINED_CONFIRMED;
import static io.journeystream.health.Figure.NO_INTENT;
import static io.journeystream.health.Figure.SELF_SERVICE_ENTRIES;

import io.journeystream.events.TrustedRecords;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Health cells and edges of the journey map as records: sums, and the rates that follow from them. */
public final class HealthRecords {
    private static final int SCALE_OF_SQUARES = 12;
    private static final double PERCENT = 100;
    private static final HealthFigures OVER_NONE;

    static {
        TrustedRecords.trust();
        OVER_NONE = calculated(new Sums());
    }

    private HealthRecords() {}

    /**
     * A cell.
     *
     * @param team that owns its type; null if no definition names one
     */
    public static HealthCell of(CellKey key, @Nullable String team, Apart<Sums> sums) {
        return new HealthCell(
                key.type(),
                team,
                key.period(),
                Instant.ofEpochMilli(key.cohort()),
                key.dimension(),
                key.value(),
                figures(sums.matured()),
                figures(sums.provisional()));
    }

    /**
     * An edge.
     *
     * @param team that owns its type; null if no definition names one
     */
    public static Flow of(FlowKey key, @Nullable String team, Apart<FlowSums> sums) {
        return new Flow(
                key.type(),
                team,
                Instant.ofEpochMilli(key.day()),
                key.from(),
                key.to(),
                key.end(),
                sums.matured().figures(),
                sums.provisional().figures());
    }

    /** Sums and rates over some journeys; those over none are one record, which nobody must change. */
    public static HealthFigures figures(Sums sums) {
        return sums.isZero() ? OVER_NONE : calculated(sums);
    }

    private static HealthFigures calculated(Sums sums) {
        HealthFigures figures = exact(sums);
        putRates(figures, sums);
        putCosts(figures, sums);
        putSpreads(figures, sums);
        putSurveys(figures, sums);
        return figures;
    }

    /** The sums behind figures of a record: so those of several cells can be added up. */
    public static Sums sums(HealthFigures figures) {
        Sums sums = new Sums();
        for (Figure figure : Figure.values()) {
            FigureField field = FigureField.of(figure);
            if (field != null) {
                sums.add(figure, figure.units(field.get(figures)));
            }
        }
        for (ChannelCountCost each : figures.getByChannelCount()) {
            int place = each.getChannels() - 1;
            Figure cost = Figure.COST_BY_CHANNELS.get(place);
            sums.add(Figure.JOURNEYS_BY_CHANNELS.get(place), each.getJourneys());
            sums.add(cost, cost.units(each.getCost()));
            sums.addCostSquared(
                    place, each.getCostSquared().setScale(SCALE_OF_SQUARES).unscaledValue());
        }
        figures.getEffortHistogram().forEach(sums.effort()::add);
        figures.getTimeToResolutionHistogram().forEach(sums.timeToResolution()::add);
        figures.getSingleChannelCostHistogram().forEach(sums.singleChannelCost()::add);
        return sums;
    }

    /** Every field that bears the name of a figure, also in records within. */
    private static HealthFigures exact(Sums sums) {
        HealthFigures figures = new HealthFigures();
        for (Figure figure : Figure.values()) {
            FigureField field = FigureField.of(figure);
            if (field != null) {
                field.put(figures, figure, sums.get(figure));
            }
        }
        return figures;
    }

    private static void putRates(HealthFigures figures, Sums sums) {
        long known = sums.get(Figure.FIRST_CONTACT_KNOWN);
        long atFirstContact = sums.get(Figure.FIRST_CONTACT_RESOLVED);
        put(figures, "firstContactResolution", rate(atFirstContact, known));
        put(figures, "firstContactResolutionByContact", rate(atFirstContact, sums.get(Figure.CONTACTS)));
        long entries = sums.get(SELF_SERVICE_ENTRIES);
        long withIntent = entries - sums.get(NO_INTENT);
        long contained = sums.get(CONTAINED_CONFIRMED) + sums.get(CONTAINED_ASSUMED);
        long verified = sums.get(Figure.VERIFIED);
        put(figures, "rawContainment", rate(entries - sums.get(Figure.HANDED_OFF), entries));
        put(figures, "strictContainment", rate(contained, withIntent));
        put(figures, "verifiedContainment", rate(verified, withIntent));
        put(figures, "leakage", rate(contained - verified, contained));
    }

    private static void putCosts(HealthFigures figures, Sums sums) {
        long resolved = sums.get(Figure.RESOLVED);
        put(figures, "costPerResolution", mean(sums, Figure.COST, resolved));
        put(figures, "meanCostOfResolved", mean(sums, Figure.COST_OF_RESOLVED, resolved));
        put(
                figures,
                "byChannelCount",
                IntStream.range(0, Figure.COST_BY_CHANNELS.size())
                        .mapToObj(place -> byChannelCount(sums, place))
                        .toList());
        put(figures, "marginalChannelCost", ChannelCosts.marginal(sums));
        put(figures, "excessCost", ChannelCosts.excess(sums));
    }

    private static ChannelCountCost byChannelCount(Sums sums, int place) {
        Figure cost = Figure.COST_BY_CHANNELS.get(place);
        return new ChannelCountCost(
                place + 1,
                sums.get(Figure.JOURNEYS_BY_CHANNELS.get(place)),
                cost.decimal(sums.get(cost)),
                new BigDecimal(sums.costSquared().get(place), SCALE_OF_SQUARES));
    }

    private static void putSpreads(HealthFigures figures, Sums sums) {
        put(figures, "effort", mean(sums, Figure.EFFORT, sums.get(Figure.JOURNEYS)));
        put(figures, "effortMedian", inUnits(sums.effort().quantile(0.5)));
        put(figures, "effortP90", inUnits(sums.effort().quantile(0.9)));
        put(figures, "effortHistogram", sums.effort().buckets());
        Histogram times = sums.timeToResolution();
        put(figures, "timeToResolutionMean", mean(sums, Figure.TIME_TO_RESOLUTION, sums.get(Figure.TIMED_RESOLUTIONS)));
        put(figures, "timeToResolutionMedian", times.quantile(0.5));
        put(figures, "timeToResolutionP90", times.quantile(0.9));
        put(figures, "timeToResolutionHistogram", times.buckets());
        put(figures, "singleChannelCostHistogram", sums.singleChannelCost().buckets());
    }

    private static void putSurveys(HealthFigures figures, Sums sums) {
        long ces = sums.get(Figure.CES_ANSWERS);
        put(figures, "ces", mean(sums, Figure.CES, ces));
        put(figures, "cesEasyShare", rate(sums.get(Figure.CES_EASY), ces));
        long csat = sums.get(Figure.CSAT_ANSWERS);
        put(figures, "csat", mean(sums, Figure.CSAT, csat));
        put(figures, "csatSatisfiedShare", rate(sums.get(Figure.CSAT_SATISFIED), csat));
        long nps = sums.get(Figure.NPS_ANSWERS);
        long net = sums.get(Figure.NPS_PROMOTERS) - sums.get(Figure.NPS_DETRACTORS);
        put(figures, "nps", nps == 0 ? null : PERCENT * net / nps);
    }

    /** By the field's place: a builder copies all that is in it. */
    private static void put(HealthFigures figures, String field, @Nullable Object value) {
        figures.put(HealthFigures.getClassSchema().getField(field).pos(), value);
    }

    private static @Nullable Double rate(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    private static @Nullable Double mean(Sums sums, Figure figure, long number) {
        return number == 0 ? null : figure.decimal(sums.get(figure)).doubleValue() / number;
    }

    private static @Nullable Double inUnits(@Nullable Double millionths) {
        return millionths == null ? null : millionths / 1_000_000;
    }
}
