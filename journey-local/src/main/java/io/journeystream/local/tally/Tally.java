package io.journeystream.local.tally;

import io.journeystream.journeys.TerminalClass;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sums over journeys, and the rates that follow from them (docs/semantics.md, section 8). A group: what was added can
 * be taken away again and leaves nothing behind. Rates over an empty denominator are null. Not thread-safe.
 */
public final class Tally {
    private static final int MICRO_DIGITS = 6;
    private static final double NANOS = 1e9;

    private final Map<TerminalClass, Long> selfService = new EnumMap<>(TerminalClass.class);
    private long journeys;
    private long contacts;
    private long multiChannel;
    private long resolved;
    private long answered;
    private long solvedAtFirst;
    private long contained;
    private long verified;
    private long forced;
    private long voluntary;
    private long concurrent;
    private long costMicros;
    private long switchCostMicros;
    private long effortNanos;
    private long transfers;
    private long abandons;
    private long repeats;
    private long reopenings;

    /** Counts a journey in. */
    public void add(Facts facts) {
        count(facts, 1);
    }

    /** Takes away a journey that was counted in with exactly these facts. */
    public void subtract(Facts facts) {
        count(facts, -1);
    }

    private void count(Facts facts, int sign) {
        journeys += sign;
        contacts += sign * (long) facts.contacts();
        multiChannel += facts.channels() > 1 ? sign : 0;
        resolved += Boolean.TRUE.equals(facts.resolved()) ? sign : 0;
        answered += facts.firstContactResolution() != null ? sign : 0;
        solvedAtFirst += Boolean.TRUE.equals(facts.firstContactResolution()) ? sign : 0;
        countSelfService(facts, sign);
        countEffort(facts, sign);
    }

    private void countSelfService(Facts facts, int sign) {
        if (facts.terminalClass() != null) {
            selfService.merge(facts.terminalClass(), (long) sign, Tally::sumOrNothing);
        }
        contained += facts.contained() ? sign : 0;
        verified += facts.verified() ? sign : 0;
    }

    private static @Nullable Long sumOrNothing(long a, long b) {
        return a + b == 0 ? null : a + b;
    }

    private void countEffort(Facts facts, int sign) {
        forced += sign * (long) facts.forced();
        voluntary += sign * (long) facts.voluntary();
        concurrent += sign * (long) facts.concurrent();
        costMicros += sign * facts.costMicros();
        switchCostMicros += sign * facts.switchCostMicros();
        effortNanos += sign * facts.effortNanos();
        transfers += sign * (long) facts.transfers();
        abandons += sign * (long) facts.abandons();
        repeats += sign * (long) facts.repeats();
        reopenings += sign * (long) facts.reopenings();
    }

    public long journeys() {
        return journeys;
    }

    /** Inbound contacts, after abandon join. */
    public long contacts() {
        return contacts;
    }

    public long resolved() {
        return resolved;
    }

    /** Self-service entries by how they ended; only what occurred. */
    public Map<TerminalClass, Long> selfService() {
        return Collections.unmodifiableMap(selfService);
    }

    public long selfServiceEntries() {
        return selfService.values().stream().mapToLong(Long::longValue).sum();
    }

    public long forced() {
        return forced;
    }

    public long voluntary() {
        return voluntary;
    }

    public long concurrent() {
        return concurrent;
    }

    public long transfers() {
        return transfers;
    }

    public long abandons() {
        return abandons;
    }

    public long repeats() {
        return repeats;
    }

    public long reopenings() {
        return reopenings;
    }

    /** In units of the currency, exact. */
    public BigDecimal cost() {
        return BigDecimal.valueOf(costMicros, MICRO_DIGITS);
    }

    /** In units of the currency, exact. */
    public BigDecimal switchCost() {
        return BigDecimal.valueOf(switchCostMicros, MICRO_DIGITS);
    }

    /** Journeys with two or more channel families, by journeys. */
    public @Nullable Double multiChannelShare() {
        return rate(multiChannel, journeys);
    }

    /** First-contact resolution by journey: of those where the question has an answer. */
    public @Nullable Double fcrByJourney() {
        return rate(solvedAtFirst, answered);
    }

    /** First-contact resolution by contact. */
    public @Nullable Double fcrByContact() {
        return rate(solvedAtFirst, contacts);
    }

    /** Self-service entries that were not handed off. */
    public @Nullable Double containmentRaw() {
        long entries = selfServiceEntries();
        return rate(entries - of(TerminalClass.HANDED_OFF), entries);
    }

    /** Self-service entries with an intent that visibly succeeded. */
    public @Nullable Double containmentStrict() {
        return rate(contained, selfServiceEntries() - of(TerminalClass.NO_INTENT));
    }

    /** Self-service entries with an intent that succeeded without an assisted contact soon after. */
    public @Nullable Double containmentVerified() {
        return rate(verified, selfServiceEntries() - of(TerminalClass.NO_INTENT));
    }

    /** On the scale from 0 to 100. */
    public @Nullable Double effortMean() {
        return journeys == 0 ? null : effortNanos / NANOS / journeys;
    }

    /** Per journey, in units of the currency. */
    public @Nullable Double costMean() {
        return journeys == 0 ? null : cost().doubleValue() / journeys;
    }

    /** Per journey, in units of the currency. */
    public @Nullable Double switchCostMean() {
        return journeys == 0 ? null : switchCost().doubleValue() / journeys;
    }

    private long of(TerminalClass terminalClass) {
        return selfService.getOrDefault(terminalClass, 0L);
    }

    private static @Nullable Double rate(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
