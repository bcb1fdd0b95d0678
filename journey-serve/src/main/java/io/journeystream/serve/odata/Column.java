package io.journeystream.serve.odata;

import org.jspecify.annotations.Nullable;

/**
 * A column of a view.
 *
 * @param comment its meaning and unit; null if the database has none
 */
public record Column(String name, ColumnType type, boolean nullable, @Nullable String comment) {
    /** Its name as an identifier of SQL. */
    String quoted() {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
