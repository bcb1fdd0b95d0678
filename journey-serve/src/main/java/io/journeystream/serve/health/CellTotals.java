package io.journeystream.serve.health;

import io.journeystream.events.Utf8Order;
import io.journeystream.health.Apart;
import io.journeystream.health.HealthCell;
import io.journeystream.health.HealthFigures;
import io.journeystream.health.HealthRecords;
import io.journeystream.health.Sums;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Cells added up: sums first, rates from the sums, for a mean of rates is the rate of nothing. */
public final class CellTotals {
    private CellTotals() {}

    /**
     * One cell for each type and value instead of one a cohort, in this order, those without value last. Its cohort is one
     * of theirs.
     */
    public static List<HealthCell> overTime(Collection<HealthCell> cells) {
        return cells.stream().collect(Collectors.groupingBy(Line::of)).values().stream()
                .map(CellTotals::added)
                .sorted(Comparator.comparing(HealthCell::getType, Utf8Order::compare)
                        .thenComparing(HealthCell::getValue, Comparator.nullsLast(Utf8Order::compare)))
                .toList();
    }

    private record Line(String type, @Nullable String value) {
        static Line of(HealthCell cell) {
            return new Line(cell.getType(), cell.getValue());
        }
    }

    private static HealthCell added(List<HealthCell> cells) {
        Apart<HealthFigures> whole = whole(cells);
        return HealthCell.newBuilder(cells.get(0))
                .setMatured(whole.matured())
                .setProvisional(whole.provisional())
                .build();
    }

    /** The figures of all of them together. */
    public static Apart<HealthFigures> whole(Collection<HealthCell> cells) {
        return new Apart<>(sum(cells, HealthCell::getMatured), sum(cells, HealthCell::getProvisional));
    }

    private static HealthFigures sum(Collection<HealthCell> cells, Function<HealthCell, HealthFigures> part) {
        Sums sums = new Sums();
        cells.forEach(cell -> sums.add(HealthRecords.sums(part.apply(cell))));
        return HealthRecords.figures(sums);
    }
}
