package io.journeystream.sql.star;

import io.journeystream.serve.bi.schema.Migrations;
import io.journeystream.serve.bi.star.Star;
import io.journeystream.serve.bi.star.Table;
import io.journeystream.sql.statements.SqlText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The schemas {@code bi} and {@code bi_v1} in DuckDB. Tables of facts are made of the star's columns, the others of the
 * statements that make them in PostgreSQL, and so are all views: nothing is listed twice.
 */
final class StarSchema {
    private static final Pattern OTHERS = Pattern.compile(
            "(create table|comment on table|comment on column) bi\\.(dim_\\w+|definitions|freshness)\\b");

    private StarSchema() {}

    /** Makes them, without rows; whatever was there has gone. */
    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements()) {
                statement.execute(sql);
            }
            for (String sql : inherited(statement)) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> statements() {
        List<String> all = new ArrayList<>(List.of(
                "drop schema if exists bi_v1 cascade",
                "drop schema if exists bi cascade",
                "create schema bi",
                "create schema bi_v1"));
        for (Table table : tables()) {
            all.add(create(table));
            all.addAll(table.comments());
        }
        SqlText.statements(Migrations.tables()).stream()
                .map(SqlText.Statement::text)
                .filter(sql -> OTHERS.matcher(sql).lookingAt())
                .forEach(all::add);
        all.add(Star.JOURNEYS.comment("dim_customer", "customer_id"));
        all.addAll(StarViews.STATEMENTS);
        return all;
    }

    /** All but the one that only the sink needs. */
    static List<Table> tables() {
        return Star.TABLES.stream()
                .filter(table -> !table.name().equals(Star.PLACES.name()))
                .toList();
    }

    /** PostgreSQL's names of types are DuckDB's too, but for JSON. */
    private static String create(Table table) {
        String columns = String.join(", ", table.typedColumns()).replace(" jsonb", " json");
        return "create table bi." + table.name() + " (" + columns + ")";
    }

    /** Comments that views and their columns have from their tables. */
    private static List<String> inherited(Statement statement) throws SQLException {
        List<String> comments = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("""
                select 'column bi_v1.' || v.table_name || '."' || v.column_name || '"', t.comment
                from duckdb_columns() v join duckdb_columns() t
                    on t.table_name = regexp_replace(v.table_name, '_bucket$', '') and t.column_name = v.column_name
                where v.schema_name = 'bi_v1' and t.schema_name = 'bi' and v.comment is null and t.comment is not null
                union all
                select 'view bi_v1.' || v.view_name, t.comment
                from duckdb_views() v join duckdb_tables() t on t.table_name = v.view_name
                where v.schema_name = 'bi_v1' and t.schema_name = 'bi' and t.comment is not null
                """)) {
            while (found.next()) {
                comments.add("comment on " + found.getString(1) + " is '"
                        + found.getString(2).replace("'", "''") + "'");
            }
        }
        return comments;
    }
}
