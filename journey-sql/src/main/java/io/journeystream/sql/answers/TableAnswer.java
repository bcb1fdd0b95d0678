package io.journeystream.sql.answers;

import io.journeystream.local.view.Console;
import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A table for people: numbers to the right, so many rows at most, and a word if there are more. */
final class TableAnswer implements Answer {
    private static final Pattern NUMBER =
            Pattern.compile("(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL.*)");
    private static final String NULL = "null";

    private final int most;
    private final Console console;

    TableAnswer(int most, Console console) {
        this.most = most;
        this.console = console;
    }

    @Override
    public void write(ResultSet answer, Writer out) throws SQLException, IOException {
        ResultSetMetaData columns = answer.getMetaData();
        List<String> head = new ArrayList<>();
        List<Boolean> numbers = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            head.add(columns.getColumnLabel(column));
            numbers.add(NUMBER.matcher(columns.getColumnTypeName(column)).matches());
        }
        List<List<String>> shown = new ArrayList<>();
        long all = 0;
        while (answer.next()) {
            if (all++ < most) {
                shown.add(cells(answer, head.size()));
            }
        }
        lines(head, shown, numbers, out);
        if (all > most) {
            console.err()
                    .println(String.format(
                            Locale.ROOT, "%,d of %,d rows are shown: --rows shows more, --output csv all", most, all));
        }
    }

    private static List<String> cells(ResultSet answer, int columns) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
            Object value = Values.of(answer, column);
            cells.add(value == null ? NULL : Texts.of(value).replaceAll("\\p{Cntrl}", " "));
        }
        return cells;
    }

    private static void lines(List<String> head, List<List<String>> rows, List<Boolean> numbers, Writer out)
            throws IOException {
        int[] widths = IntStream.range(0, head.size())
                .map(column -> Math.max(
                        length(head.get(column)),
                        rows.stream()
                                .mapToInt(row -> length(row.get(column)))
                                .max()
                                .orElse(0)))
                .toArray();
        out.write(line(head, widths, numbers));
        List<String> rules =
                IntStream.of(widths).mapToObj(width -> "-".repeat(width + 2)).toList();
        out.write(String.join("+", rules) + "\n");
        for (List<String> row : rows) {
            out.write(line(row, widths, numbers));
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String line(List<String> cells, int[] widths, List<Boolean> numbers) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String pad = " ".repeat(widths[column] - length(cells.get(column)));
            line.append(column == 0 ? " " : "| ")
                    .append(numbers.get(column) ? pad + cells.get(column) : cells.get(column) + pad)
                    .append(' ');
        }
        return line.toString().stripTrailing() + "\n";
    }
}
