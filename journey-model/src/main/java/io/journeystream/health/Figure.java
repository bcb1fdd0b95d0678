package io.journeystream.health;

import io.journeystream.journeys.Containment;
import io.journeystream.journeys.Driver;
import io.journeystream.journeys.Drivers;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.ResolutionBasis;
import io.journeystream.journeys.TerminalClass;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a journey adds to a health cell, and takes away again when it changes (docs/semantics.md, section 8): a whole
 * number of a fixed unit each, so that sums are exact. State keeps figures by their place here: only ever append.
 */
public enum Figure {
    JOURNEYS("journeys", journey -> 1),
    CONTACTS("contacts", Journey::getContactCount),
    RESOLVED("resolved", journey -> one(isResolved(journey))),
    RESOLVED_BY_CUSTOMER("resolvedBy.customer", by(ResolutionBasis.CUSTOMER)),
    RESOLVED_BY_CASE("resolvedBy.caseClosed", by(ResolutionBasis.CASE)),
    RESOLVED_BY_OUTCOME("resolvedBy.outcome", by(ResolutionBasis.OUTCOME)),
    RESOLVED_BY_OPERATION("resolvedBy.operation", by(ResolutionBasis.OPERATION)),
    RESOLVED_BY_SILENCE("resolvedBy.silence", by(ResolutionBasis.SILENCE)),
    FIRST_CONTACT_KNOWN("firstContactKnown", journey -> one(journey.getFirstContactResolution() != null)),
    FIRST_CONTACT_RESOLVED(
            "firstContactResolved", journey -> one(Boolean.TRUE.equals(journey.getFirstContactResolution()))),
    SELF_SERVICE_ENTRIES("selfService.entries", journey -> one(journey.getContainment() != null)),
    HANDED_OFF("selfService.handedOff", ended(TerminalClass.HANDED_OFF)),
    CONTAINED_CONFIRMED("selfService.containedConfirmed", ended(TerminalClass.CONTAINED_CONFIRMED)),
    CONTAINED_ASSUMED("selfService.containedAssumed", ended(TerminalClass.CONTAINED_ASSUMED)),
    NO_INTENT("selfService.noIntent", ended(TerminalClass.NO_INTENT)),
    ABANDONED("selfService.abandoned", ended(TerminalClass.ABANDONED)),
    UNCONFIRMED("selfService.unconfirmed", ended(TerminalClass.UNCONFIRMED)),
    VERIFIED("selfService.verified", journey -> {
        Containment containment = journey.getContainment();
        return one(containment != null && containment.getVerified());
    }),
    FORCED_SWITCHES("switches.forced", journey -> journey.getSwitches().getForced()),
    VOLUNTARY_SWITCHES("switches.voluntary", journey -> journey.getSwitches().getVoluntary()),
    CONCURRENT_SWITCHES("switches.concurrent", journey -> journey.getSwitches().getConcurrent()),
    COST("cost", Unit.MILLIONTH, journey -> micros(journey.getCost())),
    SWITCH_COST("switchCost", Unit.MILLIONTH, journey -> micros(journey.getSwitchCost())),
    COST_OF_RESOLVED("costOfResolved", Unit.MILLIONTH, journey -> isResolved(journey) ? micros(journey.getCost()) : 0),
    JOURNEYS_OF_1("byChannelCount.1.journeys", using(1)),
    JOURNEYS_OF_2("byChannelCount.2.journeys", using(2)),
    JOURNEYS_OF_3("byChannelCount.3.journeys", using(3)),
    JOURNEYS_OF_4("byChannelCount.4.journeys", using(4)),
    COST_OF_1("byChannelCount.1.cost", Unit.MILLIONTH, costUsing(1)),
    COST_OF_2("byChannelCount.2.cost", Unit.MILLIONTH, costUsing(2)),
    COST_OF_3("byChannelCount.3.cost", Unit.MILLIONTH, costUsing(3)),
    COST_OF_4("byChannelCount.4.cost", Unit.MILLIONTH, costUsing(4)),
    EFFORT("effortSum", Unit.MILLIONTH, journey -> rounded(journey.getEffort())),
    REPEATS("drivers.repeats", Unit.MILLIONTH, driver(Drivers::getRepeats)),
    FORCED("drivers.forcedSwitches", Unit.MILLIONTH, driver(Drivers::getForcedSwitches)),
    VOLUNTARY("drivers.voluntarySwitches", Unit.MILLIONTH, driver(Drivers::getVoluntarySwitches)),
    TRANSFERS("drivers.transfers", Unit.MILLIONTH, driver(Drivers::getTransfers)),
    ABANDONS("drivers.abandons", Unit.MILLIONTH, driver(Drivers::getAbandons)),
    WAIT_MINUTES("drivers.waitMinutes", Unit.MILLIONTH, driver(Drivers::getWaitMinutes)),
    HOLD_MINUTES("drivers.holdMinutes", Unit.MILLIONTH, driver(Drivers::getHoldMinutes)),
    REAUTHENTICATIONS("drivers.reauthentications", Unit.MILLIONTH, driver(Drivers::getReauthentications)),
    MISSES("drivers.misses", Unit.MILLIONTH, driver(Drivers::getMisses)),
    AGENT_REQUESTS("drivers.agentRequests", Unit.MILLIONTH, driver(Drivers::getAgentRequests)),
    REOPENINGS("drivers.reopenings", Unit.MILLIONTH, driver(Drivers::getReopenings)),
    DAYS_OPEN("drivers.daysOpen", Unit.MILLIONTH, driver(Drivers::getDaysOpen)),
    NEGATIVE_SENTIMENT("drivers.negativeSentiment", Unit.MILLIONTH, driver(Drivers::getNegativeSentiment)),
    WAIT_MILLIS("waitMillis", Journey::getWaitMillis),
    HOLD_MILLIS("holdMillis", Journey::getHoldMillis),
    HANDLE_MILLIS("handleMillis", Journey::getHandleMillis),
    TIMED_RESOLUTIONS("timedResolutions", journey -> one(journey.getTimeToResolutionMillis() != null)),
    TIME_TO_RESOLUTION("timeToResolutionMillis", journey -> {
        Long millis = journey.getTimeToResolutionMillis();
        return millis == null ? 0 : millis;
    }),
    CES_ANSWERS("cesAnswers", journey -> one(journey.getCes() != null)),
    CES("cesSum", Unit.MILLIONTH, score(Journey::getCes)),
    CES_EASY("cesEasy", atLeast(Journey::getCes, 5)),
    CSAT_ANSWERS("csatAnswers", journey -> one(journey.getCsat() != null)),
    CSAT("csatSum", Unit.MILLIONTH, score(Journey::getCsat)),
    CSAT_SATISFIED("csatSatisfied", atLeast(Journey::getCsat, 4)),
    NPS_ANSWERS("npsAnswers", journey -> one(journey.getNps() != null)),
    NPS_PROMOTERS("npsPromoters", atLeast(Journey::getNps, 9)),
    NPS_DETRACTORS("npsDetractors", journey -> {
        Double score = journey.getNps();
        return one(score != null && isAtMost(score, 6));
    });

    /** What one of a figure is. */
    private enum Unit {
        ONE(0),
        MILLIONTH(6);

        private final int scale;

        Unit(int scale) {
            this.scale = scale;
        }
    }

    /** Every figure that counts journeys by their number of channel families, and the cost of these. */
    static final List<Figure> JOURNEYS_BY_CHANNELS =
            List.of(JOURNEYS_OF_1, JOURNEYS_OF_2, JOURNEYS_OF_3, JOURNEYS_OF_4);

    static final List<Figure> COST_BY_CHANNELS = List.of(COST_OF_1, COST_OF_2, COST_OF_3, COST_OF_4);

    private static final List<Figure> ALL = List.of(values());
    private static final long MILLION = 1_000_000;
    private static final int SCALE = 6;

    private final String text;
    private final Unit unit;

    @SuppressWarnings("ImmutableEnumChecker") // no state behind any of them
    private final ToLongFunction<Journey> of;

    Figure(String text, ToLongFunction<Journey> of) {
        this(text, Unit.ONE, of);
    }

    Figure(String text, Unit unit, ToLongFunction<Journey> of) {
        this.text = text;
        this.unit = unit;
        this.of = of;
    }

    /** What a journey adds, in the figure's unit. */
    long of(Journey journey) {
        return of.applyAsLong(journey);
    }

    /** Its place among all, by which state keeps it. */
    @SuppressWarnings("EnumOrdinal") // only ever appended to, as said above
    public int place() {
        return ordinal();
    }

    /** The figure at a place. */
    public static Figure at(int place) {
        return ALL.get(place);
    }

    /** A number of the figure's units, as records carry it. */
    public BigDecimal decimal(long units) {
        return BigDecimal.valueOf(units, unit.scale).setScale(SCALE);
    }

    /** How many decimals it may have in records. */
    public int decimals() {
        return unit.scale;
    }

    /**
     * The number of units that a record carries so: the reverse of {@link #decimal}.
     *
     * @throws ArithmeticException if it has more decimals than the unit
     */
    public long units(BigDecimal number) {
        return number.setScale(unit.scale).unscaledValue().longValueExact();
    }

    /** The figure of that name. */
    public static Figure named(String text) {
        return Arrays.stream(values())
                .filter(figure -> figure.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no figure is called " + text));
    }

    /** Its name in records. */
    @Override
    public String toString() {
        return text;
    }

    private static long one(boolean holds) {
        return holds ? 1 : 0;
    }

    private static boolean isResolved(Journey journey) {
        return Boolean.TRUE.equals(journey.getResolved());
    }

    private static long micros(BigDecimal money) {
        return money.setScale(SCALE).unscaledValue().longValueExact();
    }

    private static long rounded(double number) {
        return Math.round(number * MILLION);
    }

    private static ToLongFunction<Journey> by(ResolutionBasis basis) {
        return journey -> one(isResolved(journey) && journey.getResolutionBasis() == basis);
    }

    private static ToLongFunction<Journey> ended(TerminalClass terminalClass) {
        return journey -> {
            Containment containment = journey.getContainment();
            return one(containment != null && containment.getTerminalClass() == terminalClass);
        };
    }

    private static boolean isAtMost(double score, int most) {
        return rounded(score) <= most * MILLION;
    }

    private static ToLongFunction<Journey> driver(Function<Drivers, Driver> of) {
        return journey -> rounded(of.apply(journey.getDrivers()).getValue());
    }

    private static boolean uses(Journey journey, int channels) {
        return Math.min(journey.getChannelCount(), 4) == channels;
    }

    private static ToLongFunction<Journey> using(int channels) {
        return journey -> one(uses(journey, channels));
    }

    private static ToLongFunction<Journey> costUsing(int channels) {
        return journey -> uses(journey, channels) ? micros(journey.getCost()) : 0;
    }

    private static ToLongFunction<Journey> score(Function<Journey, @Nullable Double> of) {
        return journey -> {
            Double score = of.apply(journey);
            return score == null ? 0 : rounded(score);
        };
    }

    private static ToLongFunction<Journey> atLeast(Function<Journey, @Nullable Double> of, int least) {
        return journey -> {
            Double score = of.apply(journey);
            return one(score != null && rounded(score) >= least * MILLION);
        };
    }
}
