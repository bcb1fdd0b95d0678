package io.journeystream.local.health;

import io.journeystream.events.TrustedRecords;
import io.journeystream.health.Apart;
import io.journeystream.health.CellKey;
import io.journeystream.health.Figure;
import io.journeystream.health.Flow;
import io.journeystream.health.FlowKey;
import io.journeystream.health.FlowSums;
import io.journeystream.health.HealthCell;
import io.journeystream.health.HealthRecords;
import io.journeystream.health.Period;
import io.journeystream.health.Sums;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Health cells and edges as streams would publish them. */
public final class Cells {
    private static final long MILLION = 1_000_000;

    private Cells() {}

    static CellKey key(String type, String day) {
        return new CellKey(type, Period.DAY, midnight(day), CellKey.ALL, null);
    }

    static CellKey by(String type, String day, String dimension, @Nullable String value) {
        return new CellKey(type, Period.DAY, midnight(day), dimension, value);
    }

    /** With so many matured journeys of one contact each, some of them resolved by it. */
    static HealthCell cell(CellKey key, long matured, long resolved, long cost) {
        return cell(key, sums(matured, resolved, cost), new Sums());
    }

    public static HealthCell cell(CellKey key, Sums matured, Sums provisional) {
        TrustedRecords.trust();
        return HealthRecords.of(key, "payments", new Apart<>(matured, provisional));
    }

    /**
     * Of so many journeys.
     *
     * @param cost of all together, in the currency
     */
    public static Sums sums(long journeys, long resolved, long cost) {
        Sums sums = new Sums();
        sums.add(Figure.JOURNEYS, journeys);
        sums.add(Figure.CONTACTS, journeys);
        sums.add(Figure.RESOLVED, resolved);
        sums.add(Figure.FIRST_CONTACT_KNOWN, journeys);
        sums.add(Figure.FIRST_CONTACT_RESOLVED, resolved);
        sums.add(Figure.COST, cost * MILLION);
        return sums;
    }

    /** An edge that matured journeys took so often, each leg at a cost of 2 and a minute after the one before. */
    static Flow edge(FlowKey key, long times, long forced) {
        TrustedRecords.trust();
        FlowSums sums = new FlowSums(times, forced, 0, 0, times * 2 * MILLION, times * 60_000);
        return HealthRecords.of(key, null, new Apart<>(sums, FlowSums.ZERO));
    }

    static FlowKey step(String type, String day, @Nullable String from, String to) {
        return new FlowKey(type, midnight(day), from, to, null);
    }

    static FlowKey end(String type, String day, String from, String end) {
        return new FlowKey(type, midnight(day), from, null, end);
    }

    private static long midnight(String day) {
        return Instant.parse(day + "T00:00:00Z").toEpochMilli();
    }
}
