package io.journeystream.alerts;

import io.journeystream.health.Apart;
import io.journeystream.health.CellKey;
import io.journeystream.health.HealthFigures;
import io.journeystream.health.HealthRecords;
import io.journeystream.health.Period;
import io.journeystream.health.Sums;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Health by the hour, as rules look at it: sums over any window of cohorts. */
public final class HourlyCells {
    /** Length of a cohort, milliseconds. */
    public static final long HOUR = 3_600_000;

    private final Map<Subject, NavigableMap<Long, Apart<Sums>>> bySubject = new HashMap<>();
    private long keptFrom = Long.MIN_VALUE;

    /**
     * What a cell counts now; other periods than hours are passed over.
     *
     * @param sums replaces what it counted
     */
    public void put(CellKey key, Apart<Sums> sums) {
        if (key.period() == Period.HOUR) {
            bySubject.computeIfAbsent(Subject.of(key), any -> new TreeMap<>()).put(key.cohort(), sums);
        }
    }

    /** The cell counts nothing any more. */
    public void remove(CellKey key) {
        NavigableMap<Long, Apart<Sums>> hours = bySubject.get(Subject.of(key));
        if (hours != null) {
            hours.remove(key.cohort());
        }
    }

    /** Forgets what began before a time, epoch milliseconds. */
    public void forget(long before) {
        bySubject.values().forEach(hours -> hours.headMap(before, false).clear());
        bySubject.values().removeIf(Map::isEmpty);
        keptFrom = Math.max(keptFrom, before);
    }

    /** Whether nothing that began since a time has been forgotten. */
    boolean isKept(long since) {
        return since >= keptFrom;
    }

    /** Start of the first cohort, epoch milliseconds; empty if there is none. */
    public OptionalLong first() {
        return bySubject.values().stream()
                .filter(hours -> !hours.isEmpty())
                .mapToLong(NavigableMap::firstKey)
                .min();
    }

    /** Start of the last cohort, epoch milliseconds; empty if there is none. */
    public OptionalLong last() {
        return bySubject.values().stream()
                .filter(hours -> !hours.isEmpty())
                .mapToLong(NavigableMap::lastKey)
                .max();
    }

    /** Everybody of whom there are cells. */
    public Set<Subject> subjects() {
        return Set.copyOf(bySubject.keySet());
    }

    /** The cells of the same hours as {@link #window}, those that count something. */
    List<CellKey> names(Subject subject, long last, int hours) {
        long to = Math.floorDiv(last, HOUR) * HOUR;
        return bySubject
                .getOrDefault(subject, new TreeMap<>())
                .subMap(to - (hours - 1) * HOUR, true, to, true)
                .keySet()
                .stream()
                .map(cohort -> new CellKey(subject.type(), Period.HOUR, cohort, subject.dimension(), subject.value()))
                .toList();
    }

    /**
     * Health of the cohorts of some hours together.
     *
     * @param last epoch milliseconds, in the last of these hours
     * @param hours how many
     */
    HealthFigures window(Subject subject, Counted counted, long last, int hours) {
        long to = Math.floorDiv(last, HOUR) * HOUR;
        Sums sum = new Sums();
        NavigableMap<Long, Apart<Sums>> cells = bySubject.getOrDefault(subject, new TreeMap<>());
        cells.subMap(to - (hours - 1) * HOUR, true, to, true).values().forEach(cell -> sum.add(counted.of(cell)));
        return HealthRecords.figures(sum);
    }
}
