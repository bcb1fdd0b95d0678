package io.journeystream.serve.odata;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column that rows are ordered by. Null comes before everything else, as OData has it. */
record OrderTerm(Column column, boolean descending) {
    String text() {
        String order = column.sql() + (descending ? " desc" : " asc");
        return column.nullable() ? order + (descending ? " nulls last" : " nulls first") : order;
    }

    /** That a row has this value. */
    private Sql same(@Nullable Object value) {
        return value == null ? Sql.of(column.sql() + " is null") : Sql.of(column.sql() + " = ?", value);
    }

    /** That a row comes later by this term alone. */
    private Sql later(@Nullable Object value) {
        if (value == null) {
            return Sql.of(descending ? "false" : column.sql() + " is not null");
        }
        Sql beyond = Sql.of(column.sql() + (descending ? " < ?" : " > ?"), value);
        return descending && column.nullable() ? Sql.format("({} or " + column.sql() + " is null)", beyond) : beyond;
    }

    /** That a row comes later than the one with these values, by all terms together. */
    static Sql after(List<OrderTerm> terms, List<@Nullable Object> values) {
        if (terms.stream().noneMatch(term -> term.descending || term.column.nullable())) {
            return inOneGo(terms, values);
        }
        List<Sql> ways = new ArrayList<>();
        List<Sql> same = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            List<Sql> way = new ArrayList<>(same);
            way.add(terms.get(i).later(values.get(i)));
            ways.add(Sql.format("({})", Sql.join(" and ", way)));
            same.add(terms.get(i).same(values.get(i)));
        }
        return Sql.format("({})", Sql.join(" or ", ways));
    }

    /** As one comparison of rows, which an index on the key serves. */
    private static Sql inOneGo(List<OrderTerm> terms, List<@Nullable Object> values) {
        List<String> columns = terms.stream().map(term -> term.column.sql()).toList();
        List<Sql> each = new ArrayList<>();
        for (Object value : values) {
            each.add(value == null ? Sql.of("null") : Sql.of("?", value));
        }
        return Sql.format("((" + String.join(", ", columns) + ") > ({}))", Sql.join(", ", each));
    }
}
