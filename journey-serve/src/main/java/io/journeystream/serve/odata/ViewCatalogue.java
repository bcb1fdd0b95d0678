package io.journeystream.serve.odata;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The views of a schema as the database describes them. */
public final class ViewCatalogue {
    /** Of views that are more, or less, than one table: by what a row is found. */
    private static final Map<String, List<String>> KEYS = Map.of(
            "agg_health_bucket", List.of("cell", "cohort", "maturity", "histogram", "up_to"),
            "definitions", List.of("definitions_version"));

    private static final String COLUMNS = """
            select v.relname, a.attname, t.typname, coalesce(b.attnotnull, false),
                obj_description(v.oid, 'pg_class'), col_description(v.oid, a.attnum),
                coalesce(array_position(k.indkey::smallint[], b.attnum), -1)
            from pg_class v
            join pg_attribute a on a.attrelid = v.oid and a.attnum > 0 and not a.attisdropped
            join pg_type t on t.oid = a.atttypid
            left join pg_class base on base.relname = v.relname and base.relnamespace = to_regnamespace(?)
            left join pg_attribute b on b.attrelid = base.oid and b.attname = a.attname
            left join pg_index k on k.indrelid = base.oid and k.indisprimary
            where v.relnamespace = to_regnamespace(?) and v.relkind = 'v'
            order by v.relname, a.attnum
            """;

    private ViewCatalogue() {}

    /**
     * The views of a schema, each with the columns that can be offered.
     *
     * @param schema of the views
     * @param tables schema of the tables of the same names that they show; whose keys are theirs
     * @throws IllegalArgumentException if a view has no key
     */
    public static List<View> read(Connection connection, String schema, String tables) throws SQLException {
        Map<String, Found> found = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, tables);
            statement.setString(2, schema);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                found.computeIfAbsent(rows.getString(1), name -> new Found(name))
                        .add(rows);
            }
        }
        return found.values().stream().map(view -> view.in(schema)).toList();
    }

    private static final class Found {
        private final String name;
        private final List<Column> columns = new ArrayList<>();
        private final Map<Integer, Column> key = new TreeMap<>();
        private String comment = "";

        Found(String name) {
            this.name = name;
        }

        void add(ResultSet row) throws SQLException {
            Optional<ColumnType> type = ColumnType.of(row.getString(3));
            comment = row.getString(5);
            if (type.isEmpty()) {
                return;
            }
            int known = KEYS.containsKey(name) ? KEYS.get(name).indexOf(row.getString(2)) : row.getInt(7);
            Column column = new Column(row.getString(2), type.get(), !row.getBoolean(4) && known < 0, row.getString(6));
            columns.add(column);
            if (known >= 0) {
                key.put(known, column);
            }
        }

        View in(String schema) {
            return new View(schema, name, comment, columns, List.copyOf(key.values()));
        }
    }
}
