package io.journeystream.local.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows in columns for a terminal: text to the left, which is the first column unless told otherwise, numbers to the right. */
public final class Table {
    private static final String GUTTER = "  ";

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> groups = List.of();
    private int texts = 1;

    public Table(String... head) {
        this.head = List.of(head);
    }

    /** How many columns from the left are text. */
    public Table texts(int number) {
        texts = number;
        return this;
    }

    /** A line above the head: a name over a column and those after it that have an empty one. */
    public Table groups(String... names) {
        refuseOther(names);
        groups = List.of(names);
        return this;
    }

    /** One more row, with as many cells as the head has. */
    public Table row(String... cells) {
        refuseOther(cells);
        rows.add(List.of(cells));
        return this;
    }

    private void refuseOther(String... cells) {
        if (cells.length != head.size()) {
            throw new IllegalArgumentException("a row needs " + head.size() + " cells, was " + Arrays.toString(cells));
        }
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
        if (!groups.isEmpty()) {
            lines.add(groups(widths));
        }
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

    private String groups(int[] widths) {
        StringBuilder line = new StringBuilder();
        int column = 0;
        for (int i = 0; i < widths.length; i++) {
            String name = groups.get(i);
            if (!name.isEmpty()) {
                line.append(" ".repeat(Math.max(0, column - line.length()))).append(name);
            }
            column += widths[i] + GUTTER.length();
        }
        return line.toString();
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String padding = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? "" : GUTTER).append(i < texts ? cells.get(i) + padding : padding + cells.get(i));
        }
        return line.toString().stripTrailing();
    }

    private static String rule(int[] widths) {
        return "-".repeat(Arrays.stream(widths).sum() + GUTTER.length() * (widths.length - 1));
    }
}
