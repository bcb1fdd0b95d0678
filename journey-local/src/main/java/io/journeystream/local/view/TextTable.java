package io.journeystream.local.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of text for a terminal, all columns to the left; the last one is shortened where there is no room for it. */
public final class TextTable {
    private static final String GUTTER = "  ";
    private static final String CUT = "...";

    /** Narrower than this the last column says nothing: it is then folded by the terminal rather than cut. */
    private static final int LEAST = 20;

    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(String... head) {
        rows.add(List.of(head));
    }

    /** One more row, with as many cells as the head has; line ends and the like become spaces. */
    public TextTable row(String... cells) {
        if (cells.length != rows.get(0).size()) {
            throw new IllegalArgumentException(
                    "a row needs " + rows.get(0).size() + " cells, was " + Arrays.toString(cells));
        }
        rows.add(Arrays.stream(cells)
                .map(cell -> cell.replaceAll("\\p{Cntrl}", " "))
                .toList());
        return this;
    }

    /**
     * The lines of the table, head first.
     *
     * @param width of the terminal; null: nothing is shortened
     */
    public List<String> lines(@Nullable Integer width) {
        int[] widths = widths();
        return rows.stream()
                .map(row -> shortened(line(row, widths), widths, width))
                .toList();
    }

    private int[] widths() {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size() - 1; i++) {
            line.append(cells.get(i))
                    .append(" ".repeat(widths[i] - cells.get(i).length()))
                    .append(GUTTER);
        }
        return line.append(cells.get(cells.size() - 1)).toString();
    }

    private static String shortened(String line, int[] widths, @Nullable Integer width) {
        int before = Arrays.stream(widths).sum() - widths[widths.length - 1] + GUTTER.length() * (widths.length - 1);
        return width == null || line.length() <= width || width - before < LEAST
                ? line
                : line.substring(0, width - CUT.length()) + CUT;
    }
}
