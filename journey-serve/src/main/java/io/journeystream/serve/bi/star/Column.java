package io.journeystream.serve.bi.star;

import io.journeystream.serve.bi.copy.CopyBytes;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column, and where its value is found.
 *
 * @param comment what it means and in which unit
 */
record Column(String name, Kind kind, String comment, Function<Row, @Nullable Object> value) {

    void write(CopyBytes out, Row row) {
        Object found = value.apply(row);
        if (found == null) {
            out.none();
        } else {
            kind.write(out, found);
        }
    }
}
