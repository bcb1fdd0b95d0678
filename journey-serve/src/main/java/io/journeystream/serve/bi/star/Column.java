package io.journeystream.serve.bi.star;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column, and where its value is found.
 *
 * @param type as PostgreSQL names it
 * @param comment what it means and in which unit
 */
record Column(String name, Kind kind, String type, String comment, Function<Row, @Nullable Object> value) {

    void write(RowOutput out, Row row) {
        Object found = value.apply(row);
        if (found == null) {
            out.none();
        } else {
            kind.write(out, found);
        }
    }
}
