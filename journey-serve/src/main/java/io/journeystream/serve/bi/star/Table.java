package io.journeystream.serve.bi.star;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table of the schema {@code bi} whose rows are made of records of one topic.
 *
 * @param comment what one row is
 * @param monthOf time or day by whose month in UTC it is partitioned; null if it is not
 */
public record Table(
        String name,
        String comment,
        List<Column> columns,
        @Nullable Column monthOf) {

    public Table {
        columns = List.copyOf(columns);
    }

    /** Whether it is partitioned. */
    public boolean isPartitioned() {
        return monthOf != null;
    }

    /** The partition in which a row lies; null if the table has none. */
    public @Nullable YearMonth month(Row row) {
        if (monthOf == null) {
            return null;
        }
        Object when = monthOf.value().apply(row);
        return YearMonth.from(when instanceof Instant time ? Days.dateOf(time) : (LocalDate) when);
    }

    /** Name of the partition of that month. */
    public String partition(YearMonth month) {
        return name + "_" + month.toString().replace('-', '_');
    }

    /**
     * The statement that takes rows as {@link #write} writes them.
     *
     * @param target this table, a partition of it, or one that is like it
     */
    public String copyInto(String target) {
        return "copy " + target + " ("
                + columns.stream().map(Column::name).collect(Collectors.joining(", "))
                + ") from stdin (format binary)";
    }

    /** Its columns in order, each with its type as PostgreSQL names it. */
    public List<String> typedColumns() {
        return columns.stream()
                .map(column -> column.name() + " " + column.type())
                .toList();
    }

    /** Statements that give the table and its columns their comments. */
    public List<String> comments() {
        List<String> statements = new ArrayList<>();
        statements.add("comment on table bi." + name + " is " + literal(comment));
        for (Column column : columns) {
            statements.add(comment(name, column.name()));
        }
        return statements;
    }

    /** The statement that gives a column of a table what one of this table says. */
    public String comment(String table, String column) {
        String text = columns.stream()
                .filter(each -> each.name().equals(column))
                .findFirst()
                .orElseThrow()
                .comment();
        return "comment on column bi." + table + "." + column + " is " + literal(text);
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** One more row. */
    public void write(RowOutput out, Row row) {
        out.row(columns.size());
        for (Column column : columns) {
            column.write(out, row);
        }
    }
}
