package io.journeystream.local.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows in columns for a terminal: the first column to the left, numbers to the right. */
public final class Table {
    private static final String GUTTER = "  ";

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... head) {
        this.head = List.of(head);
    }

    /** One more row, with as many cells as the head has. */
    public Table row(String... cells) {
        if (cells.length != head.size()) {
            throw new IllegalArgumentException("a row needs " + head.size() + " cells, was " + Arrays.toString(cells));
        }
        rows.add(List.of(cells));
        return this;
    }

    /** A line between the rows before and after. */
    public Table line() {
        rows.add(List.of());
        return this;
    }

    /** The lines of the table, head first. */
    public List<String> lines() {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        lines.add(line(head, widths));
        lines.add(rule(widths));
        for (List<String> row : rows) {
            lines.add(row.isEmpty() ? rule(widths) : line(row, widths));
        }
        return lines;
    }

    private int[] widths() {
        int[] widths = head.stream().mapToInt(String::length).toArray();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String padding = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? "" : GUTTER).append(i == 0 ? cells.get(i) + padding : padding + cells.get(i));
        }
        return line.toString().stripTrailing();
    }

    private static String rule(int[] widths) {
        return "-".repeat(Arrays.stream(widths).sum() + GUTTER.length() * (widths.length - 1));
    }
}
