package io.journeystream.serve.odata;

import org.jspecify.annotations.Nullable;

/**
 * A column of a view.
 *
 * @param comment its meaning and unit; null if the database has none
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        @Nullable String comment) {
    /** It in SQL. */
    String sql() {
        return type.offered('"' + name.replace("\"", "\"\"") + '"');
    }
}
