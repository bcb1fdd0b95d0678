package io.journeystream.alerts;

import io.journeystream.definitions.yaml.Bounds;
import io.journeystream.health.HealthFigures;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an alert rule may look at: a figure of journey health (docs/semantics.md, section 8), under its name in rules. */
public enum Metric {
    FCR("fcr", true, HealthFigures::getFirstContactResolution, HealthFigures::getFirstContactKnown),
    FCR_BY_CONTACT(
            "fcr-by-contact", true, HealthFigures::getFirstContactResolutionByContact, HealthFigures::getContacts),
    CONTAINMENT_RAW("containment-raw", true, HealthFigures::getRawContainment, Metric::entries),
    CONTAINMENT_STRICT("containment-strict", true, HealthFigures::getStrictContainment, Metric::entriesWithIntent),
    CONTAINMENT_VERIFIED(
            "containment-verified", true, HealthFigures::getVerifiedContainment, Metric::entriesWithIntent),
    LEAKAGE("leakage", false, HealthFigures::getLeakage, Metric::contained),
    EFFORT("effort", false, HealthFigures::getEffort, HealthFigures::getJourneys),
    EASE("ease", true, Metric::ease, HealthFigures::getJourneys),
    COST("cost", false, figures -> perJourney(figures, figures.getCost().doubleValue()), HealthFigures::getJourneys),
    SWITCH_COST(
            "switch-cost",
            false,
            figures -> perJourney(figures, figures.getSwitchCost().doubleValue()),
            HealthFigures::getJourneys),
    FORCED_SWITCHES(
            "forced-switches",
            false,
            figures -> perJourney(figures, (double) figures.getSwitches().getForced()),
            HealthFigures::getJourneys),
    CES("ces", true, HealthFigures::getCes, HealthFigures::getCesAnswers),
    CSAT("csat", true, HealthFigures::getCsat, HealthFigures::getCsatAnswers),
    NPS("nps", true, HealthFigures::getNps, HealthFigures::getNpsAnswers),
    JOURNEYS("journeys", true, figures -> (double) figures.getJourneys(), HealthFigures::getJourneys),
    /** Hours since a source was heard of; of rules about absence, and of no cell. */
    SILENCE("silence", false, figures -> null, figures -> 0);

    private static final double EASIEST = 7;
    private static final double EASE_OF_EFFORT = 6 / 100.0;

    private static final Set<Metric> RATES =
            EnumSet.of(FCR, FCR_BY_CONTACT, CONTAINMENT_RAW, CONTAINMENT_STRICT, CONTAINMENT_VERIFIED, LEAKAGE);

    /** Every metric of cells by its name in rules. */
    public static final Map<String, Metric> BY_NAME = Arrays.stream(values())
            .filter(metric -> metric != SILENCE)
            .collect(Collectors.toMap(Metric::toString, Function.identity()));

    /** Their names in rules, in order. */
    static List<String> names() {
        return BY_NAME.keySet().stream().sorted().toList();
    }

    private final String name;
    private final boolean higherIsBetter;

    @SuppressWarnings("ImmutableEnumChecker") // no state behind any of them
    private final Function<HealthFigures, @Nullable Double> value;

    @SuppressWarnings("ImmutableEnumChecker") // likewise
    private final ToLongFunction<HealthFigures> sample;

    Metric(
            String name,
            boolean higherIsBetter,
            Function<HealthFigures, @Nullable Double> value,
            ToLongFunction<HealthFigures> sample) {
        this.name = name;
        this.higherIsBetter = higherIsBetter;
        this.value = value;
        this.sample = sample;
    }

    /** In the unit of its target in definitions: rates 0 to 1, money in the currency. Null over an empty denominator. */
    public @Nullable Double value(HealthFigures figures) {
        return value.apply(figures);
    }

    /** Over how many journeys, contacts or answers it is. */
    public long sample(HealthFigures figures) {
        return sample.applyAsLong(figures);
    }

    /**
     * The standard deviation that chance alone gives to a rate over so many: {@code sqrt(p (1 - p) / n)}; 0 for metrics
     * that are no rates.
     *
     * @param expected value of the metric
     */
    double chance(double expected, long number) {
        return RATES.contains(this) ? Math.sqrt(expected * (1 - expected) / number) : 0;
    }

    /** Whether it only counts journeys, so that it is no figure of each. */
    boolean isNumber() {
        return this == JOURNEYS;
    }

    /** Whether its target leaves an error budget: what is lacking to 1 is what goes wrong. */
    boolean hasErrorBudget() {
        return RATES.contains(this) && higherIsBetter;
    }

    /** What it can be, in its unit. */
    Bounds possible() {
        return switch (unit()) {
            case RATE -> Bounds.between(0, 1);
            case OF_HUNDRED -> Bounds.between(0, 100);
            case OF_SEVEN -> Bounds.between(1, 7);
            case OF_FIVE -> Bounds.between(1, 5);
            case SCORE -> Bounds.between(-100, 100);
            case MONEY, PER_JOURNEY, NUMBER, HOURS -> Bounds.between(0, 1_000_000);
        };
    }

    /** Which way is the good one. */
    public boolean isHigherBetter() {
        return higherIsBetter;
    }

    /** In what it is counted. */
    public Unit unit() {
        return switch (this) {
            case FCR, FCR_BY_CONTACT, CONTAINMENT_RAW, CONTAINMENT_STRICT, CONTAINMENT_VERIFIED, LEAKAGE -> Unit.RATE;
            case EFFORT -> Unit.OF_HUNDRED;
            case EASE, CES -> Unit.OF_SEVEN;
            case CSAT -> Unit.OF_FIVE;
            case NPS -> Unit.SCORE;
            case COST, SWITCH_COST -> Unit.MONEY;
            case FORCED_SWITCHES -> Unit.PER_JOURNEY;
            case JOURNEYS -> Unit.NUMBER;
            case SILENCE -> Unit.HOURS;
        };
    }

    /** Its name in rules. */
    @Override
    public String toString() {
        return name;
    }

    private static long entries(HealthFigures figures) {
        return figures.getSelfService().getEntries();
    }

    private static long entriesWithIntent(HealthFigures figures) {
        return entries(figures) - figures.getSelfService().getNoIntent();
    }

    private static long contained(HealthFigures figures) {
        return figures.getSelfService().getContainedConfirmed()
                + figures.getSelfService().getContainedAssumed();
    }

    private static @Nullable Double ease(HealthFigures figures) {
        Double effort = figures.getEffort();
        return effort == null ? null : EASIEST - EASE_OF_EFFORT * effort;
    }

    private static @Nullable Double perJourney(HealthFigures figures, double sum) {
        return figures.getJourneys() == 0 ? null : sum / figures.getJourneys();
    }
}
