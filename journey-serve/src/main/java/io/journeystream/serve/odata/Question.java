package io.journeystream.serve.odata;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of a view.
 *
 * @param columns those it wants and the key, in the view's order
 * @param filter condition; empty for all rows
 * @param order by which rows are told apart for certain: it ends with the key
 * @param skip rows that are left out at the beginning
 * @param top rows at most; -1 for all
 * @param after values of the row before the first one; null at the beginning
 * @param counted whether the number of all rows is wanted as well
 */
record Question(
        View view,
        List<Column> columns,
        Sql filter,
        List<OrderTerm> order,
        long skip,
        long top,
        @Nullable List<@Nullable Object> after,
        boolean counted) {
    /** The number of rows that pass the filter. */
    Sql count() {
        return Sql.format("select count(*) from " + view.quoted() + "{}", where(filter));
    }

    /** A page of rows and one more, if there is one: all columns of the order after those that are wanted. */
    Sql page(int rows) {
        List<Column> read = List.copyOf(columns);
        String columnsText = String.join(
                ", ",
                Stream.concat(read.stream(), order.stream().map(OrderTerm::column))
                        .map(Column::sql)
                        .toList());
        Sql from = after == null ? filter : both(filter, OrderTerm.after(order, after));
        String by = String.join(", ", order.stream().map(OrderTerm::text).toList());
        return Sql.format(
                "select " + columnsText + " from " + view.quoted() + "{} order by " + by + " limit {} offset {}",
                where(from),
                Sql.of("?", (long) rows + 1),
                Sql.of("?", skip));
    }

    private static Sql both(Sql filter, Sql after) {
        return filter.isEmpty() ? after : Sql.format("{} and {}", filter, after);
    }

    private static Sql where(Sql condition) {
        return condition.isEmpty() ? condition : Sql.format(" where {}", condition);
    }
}
