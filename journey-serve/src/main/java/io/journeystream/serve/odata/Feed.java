package io.journeystream.serve.odata;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of the views as one client may see them. */
public interface Feed {
    /** A row: values of the columns that were asked for, in order. */
    record Row(List<@Nullable Object> values) {}

    /**
     * The rows of a statement.
     *
     * @param types of its columns
     */
    List<Row> rows(String statement, List<Object> values, List<ColumnType> types) throws SQLException;
}
