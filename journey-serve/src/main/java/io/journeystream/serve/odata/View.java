package io.journeystream.serve.odata;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A view that is offered as an entity set of its name.
 *
 * @param comment what a row is; null if the database has none
 * @param key columns by whose values a row is found, none of them null
 */
public record View(String schema, String name, @Nullable String comment, List<Column> columns, List<Column> key) {
    public View {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        if (key.isEmpty()) {
            throw new IllegalArgumentException("view " + name + " needs a key: OData names every row by one");
        }
        Set<String> names = new HashSet<>();
        columns.forEach(column -> names.add(column.name()));
        if (key.stream().anyMatch(column -> !names.contains(column.name()))) {
            throw new IllegalArgumentException("the key of view " + name + " must be columns of it");
        }
    }

    Optional<Column> column(String wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }

    /** Its name as an identifier of SQL. */
    String quoted() {
        return quoted(schema) + "." + quoted(name);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
