package io.journeystream.health;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is always true of health cells as they are published (docs/semantics.md#8-journey-health). */
public final class CellLaws {
    private record Law(String words, Predicate<HealthFigures> holds) {}

    private static final List<Law> OF_FIGURES = List.of(
            new Law("terminal classes sum to self-service entries", CellLaws::classesSumToEntries),
            new Law(
                    "verified containment is at most strict",
                    figures -> isAtMost(figures.getVerifiedContainment(), figures.getStrictContainment())),
            new Law(
                    "strict containment is at most raw where nobody is without intent",
                    figures -> figures.getSelfService().getNoIntent() > 0
                            || isAtMost(figures.getStrictContainment(), figures.getRawContainment())),
            new Law(
                    "rates follow from sums",
                    figures ->
                            HealthRecords.figures(HealthRecords.sums(figures)).equals(figures)));

    private CellLaws() {}

    /**
     * What is not so, in words; empty if all is well.
     *
     * @param cells all there are of the types, days and hours that occur
     */
    public static List<String> broken(Collection<HealthCell> cells) {
        List<String> broken = new ArrayList<>();
        for (HealthCell cell : cells) {
            for (Law law : OF_FIGURES) {
                if (!law.holds().test(cell.getMatured()) || !law.holds().test(cell.getProvisional())) {
                    broken.add(law.words() + ": not in " + key(cell));
                }
            }
        }
        Map<CellKey, Apart<Sums>> sums = new HashMap<>();
        cells.forEach(cell -> add(sums, key(cell), cell));
        broken.addAll(dimensionsThatDoNotSumToAll(cells, sums));
        broken.addAll(hoursThatDoNotSumToTheirDay(cells, sums));
        return broken;
    }

    private static boolean classesSumToEntries(HealthFigures figures) {
        SelfServiceEntries ends = figures.getSelfService();
        return ends.getEntries()
                == ends.getHandedOff()
                        + ends.getContainedConfirmed()
                        + ends.getContainedAssumed()
                        + ends.getNoIntent()
                        + ends.getAbandoned()
                        + ends.getUnconfirmed();
    }

    private static boolean isAtMost(@Nullable Double less, @Nullable Double more) {
        return less == null || more == null || less <= more;
    }

    private static List<String> dimensionsThatDoNotSumToAll(
            Collection<HealthCell> cells, Map<CellKey, Apart<Sums>> sums) {
        Set<String> dimensions =
                cells.stream().map(HealthCell::getDimension).collect(Collectors.toCollection(HashSet::new));
        dimensions.add(CellKey.ALL);
        Map<CellKey, Apart<Sums>> byDimension = new HashMap<>();
        Set<CellKey> all = new HashSet<>();
        for (HealthCell cell : cells) {
            add(byDimension, of(key(cell), cell.getDimension()), cell);
            all.add(of(key(cell), CellKey.ALL));
        }
        return all.stream()
                .flatMap(key -> dimensions.stream().map(dimension -> of(key, dimension)))
                .filter(key -> !sum(byDimension, key).equals(sum(sums, of(key, CellKey.ALL))))
                .map(key -> "a dimension sums to ALL: " + key.dimension() + " does not in " + of(key, CellKey.ALL))
                .toList();
    }

    private static CellKey of(CellKey key, String dimension) {
        return new CellKey(key.type(), key.period(), key.cohort(), dimension, null);
    }

    private static List<String> hoursThatDoNotSumToTheirDay(
            Collection<HealthCell> cells, Map<CellKey, Apart<Sums>> sums) {
        Map<CellKey, Apart<Sums>> byHour = new HashMap<>();
        for (HealthCell cell : cells) {
            if (cell.getPeriod() == Period.HOUR) {
                add(byHour, day(key(cell)), cell);
            }
        }
        return Stream.concat(byHour.keySet().stream(), sums.keySet().stream().filter(CellLaws::isDay))
                .distinct()
                .filter(day -> !sum(byHour, day).equals(sum(sums, day)))
                .map(day -> "24 hours sum to their day: not in " + day)
                .toList();
    }

    private static boolean isDay(CellKey key) {
        return key.period() == Period.DAY;
    }

    private static CellKey day(CellKey key) {
        return new CellKey(
                key.type(), Period.DAY, CellKey.cohort(Period.DAY, key.cohort()), key.dimension(), key.value());
    }

    private static CellKey key(HealthCell cell) {
        return new CellKey(
                cell.getType(),
                cell.getPeriod(),
                cell.getCohort().toEpochMilli(),
                cell.getDimension(),
                cell.getValue());
    }

    private static void add(Map<CellKey, Apart<Sums>> sums, CellKey key, HealthCell cell) {
        Apart<Sums> both = sums.computeIfAbsent(key, k -> new Apart<>(new Sums(), new Sums()));
        both.matured().add(HealthRecords.sums(cell.getMatured()));
        both.provisional().add(HealthRecords.sums(cell.getProvisional()));
    }

    private static Apart<Sums> sum(Map<CellKey, Apart<Sums>> sums, CellKey key) {
        return sums.getOrDefault(key, new Apart<>(new Sums(), new Sums()));
    }
}
