package io.journeystream.local.health;

import io.journeystream.health.Apart;
import io.journeystream.health.CellKey;
import io.journeystream.health.HealthCell;
import io.journeystream.health.HealthFigures;
import io.journeystream.health.Period;
import io.journeystream.serve.health.CellTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Health cells for people: a line each, the whole below them, and how many journeys are left out because they are
 * provisional (or matured, if provisional ones are shown).
 *
 * @param total one line a type and value instead of one a cohort
 * @param most lines, the last ones; the whole is over all
 */
public record HealthTable(Period period, String dimension, boolean provisional, boolean total, int most) {
    private static final int DATE = 10;
    private static final int DATE_AND_MINUTE = 16;
    private static final String NO_VALUE = "(none)";

    /**
     * The lines.
     *
     * @param cells of that period and dimension, in the order in which they are to be shown
     */
    public List<String> lines(List<HealthCell> cells) {
        List<HealthCell> all = (total ? CellTotals.overTime(cells) : cells)
                .stream().filter(cell -> figures(cell).getJourneys() > 0).toList();
        Apart<HealthFigures> whole = CellTotals.whole(cells);
        List<String> lines = new ArrayList<>();
        if (!all.isEmpty()) {
            lines.addAll(table(all, whole.of(!provisional)));
            lines.add("");
        }
        if (all.size() > most) {
            lines.add("the last " + most + " of " + all.size() + " lines; --since leaves out earlier ones");
        }
        lines.add(Beside.sentence(
                whole.matured().getJourneys(), whole.provisional().getJourneys(), provisional));
        return lines;
    }

    private HealthFigures figures(HealthCell cell) {
        return provisional ? cell.getProvisional() : cell.getMatured();
    }

    private List<String> table(List<HealthCell> all, HealthFigures whole) {
        List<Label> labels = labels(all);
        HealthLines table = new HealthLines(labels.stream().map(Label::name).toArray(String[]::new));
        all.subList(Math.max(0, all.size() - most), all.size()).forEach(cell -> {
            Stream<String> said = labels.stream().map(label -> label.text().apply(cell));
            table.row(figures(cell), said.toArray(String[]::new));
        });
        if (all.size() > 1) {
            Stream<String> named =
                    Stream.concat(Stream.of("all"), labels.stream().skip(1).map(label -> ""));
            table.line();
            table.row(whole, named.toArray(String[]::new));
        }
        return table.lines();
    }

    private record Label(String name, Function<HealthCell, String> text) {}

    /** What tells one line from the other. */
    private List<Label> labels(List<HealthCell> all) {
        boolean byValue = !dimension.equals(CellKey.ALL);
        boolean manyTypes = all.stream().map(HealthCell::getType).distinct().count() > 1;
        List<Label> labels = new ArrayList<>();
        if (!total) {
            labels.add(new Label(period == Period.DAY ? "day (UTC)" : "hour (UTC)", this::cohort));
        }
        if (manyTypes || (total && !byValue)) {
            labels.add(new Label("type", HealthCell::getType));
        }
        if (byValue) {
            labels.add(new Label(dimension, cell -> cell.getValue() == null ? NO_VALUE : cell.getValue()));
        }
        return labels;
    }

    private String cohort(HealthCell cell) {
        return cell.getCohort()
                .toString()
                .substring(0, period == Period.DAY ? DATE : DATE_AND_MINUTE)
                .replace('T', ' ');
    }
}
