package io.journeystream.local.health;

import io.journeystream.health.HealthFigures;
import io.journeystream.local.view.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Lines of health figures under one head, each with what it is about before them. */
public final class HealthLines {
    private final Table table;

    /** @param labels heads of the columns before the figures */
    public HealthLines(String... labels) {
        this.table = new Table(
                        row(Arrays.stream(labels), HealthColumn.ALL.stream().map(HealthColumn::name)))
                .groups(row(
                        Arrays.stream(labels).map(label -> ""),
                        HealthColumn.ALL.stream().map(HealthColumn::group)))
                .texts(labels.length);
    }

    /** One more line. */
    public void row(HealthFigures figures, String... labels) {
        table.row(row(
                Arrays.stream(labels),
                HealthColumn.ALL.stream().map(column -> column.text().apply(figures))));
    }

    /** Sets what follows apart. */
    void line() {
        table.line();
    }

    /** All of them, with their head. */
    public List<String> lines() {
        return table.lines();
    }

    private static String[] row(Stream<String> labels, Stream<String> figures) {
        return Stream.concat(labels, figures).toArray(String[]::new);
    }
}
