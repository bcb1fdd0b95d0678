package io.journeystream.serve.health;

import io.journeystream.health.Apart;
import io.journeystream.health.HealthCell;
import io.journeystream.health.HealthFigures;
import io.journeystream.health.HealthRecords;
import io.journeystream.health.Sums;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cells added up: sums first, rates from the sums, for a mean of rates is the rate of nothing. */
public final class CellTotals {
    private CellTotals() {}

    /** One cell for each type and value instead of one a cohort, in order of appearance; its cohort is the first one. */
    public static List<HealthCell> overTime(Collection<HealthCell> cells) {
        record Line(String type, @Nullable String value) {}
        Map<Line, List<HealthCell>> lines = new LinkedHashMap<>();
        cells.forEach(cell -> lines.computeIfAbsent(
                        new Line(cell.getType(), cell.getValue()), line -> new ArrayList<>())
                .add(cell));
        return lines.values().stream().map(CellTotals::added).toList();
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
