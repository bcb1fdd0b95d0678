package io.journeystream.serve.odata;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Some rows, and where the next ones begin.
 *
 * @param next null after the last row
 * @param count of all rows that pass the filter; null unless it is wanted
 */
record Page(
        List<Feed.Row> rows,
        @Nullable SkipToken next,
        @Nullable Long count) {
    /** @param largest rows of a page at most */
    static Page read(Question question, Feed feed, int largest) throws SQLException {
        int wanted = question.top() < 0 ? largest : (int) Math.min(largest, question.top());
        List<ColumnType> types = Stream.concat(
                        question.columns().stream(), question.order().stream().map(OrderTerm::column))
                .map(Column::type)
                .toList();
        Sql statement = question.page(wanted);
        List<Feed.Row> read = wanted == 0 ? List.of() : feed.rows(statement.text(), statement.values(), types);
        boolean more = read.size() > wanted && question.top() != wanted;
        List<Feed.Row> rows = read.size() > wanted ? read.subList(0, wanted) : read;
        return new Page(rows, more ? next(question, rows.get(wanted - 1), wanted) : null, count(question, feed));
    }

    private static SkipToken next(Question question, Feed.Row last, int given) {
        List<@Nullable Object> values = last.values();
        List<@Nullable Object> after =
                new ArrayList<>(values.subList(question.columns().size(), values.size()));
        return new SkipToken(question.top() < 0 ? -1 : question.top() - given, after);
    }

    private static @Nullable Long count(Question question, Feed feed) throws SQLException {
        return question.counted() ? countOf(question, feed) : null;
    }

    static long countOf(Question question, Feed feed) throws SQLException {
        Sql statement = question.count();
        Object count = feed.rows(statement.text(), statement.values(), List.of(ColumnType.LONG))
                .get(0)
                .values()
                .get(0);
        return count == null ? 0 : (Long) count;
    }
}
