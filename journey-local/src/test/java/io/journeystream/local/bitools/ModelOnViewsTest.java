package io.journeystream.local.bitools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The model of Power BI and the views of the database are the same tables, columns, types and words. */
@ExtendWith(SharedHealth.class)
class ModelOnViewsTest {
    private static final Map<String, String> TYPES = Map.of(
            "text", "string",
            "int8", "int64",
            "int4", "int64",
            "int2", "int64",
            "bool", "boolean",
            "timestamptz", "dateTime",
            "date", "dateTime",
            "float8", "double",
            "float4", "double",
            "numeric", "double");

    private static Map<String, Map<String, ViewColumn>> views;
    private static SemanticModel model;
    private static HealthDatabase database;

    private record ViewColumn(String type, String comment) {}

    @BeforeAll
    static void read(HealthDatabase shared) throws IOException, SQLException {
        model = SemanticModel.read(SemanticModel.OURS);
        views = views(shared);
        database = shared;
    }

    private static Map<String, Map<String, ViewColumn>> views(HealthDatabase database) throws SQLException {
        Map<String, Map<String, ViewColumn>> views = new TreeMap<>();
        for (List<@Nullable String> row : database.ask("""
                select c.relname, coalesce(a.attname, ''), coalesce(t.typname, ''), coalesce(d.description, '')
                from pg_class c
                join lateral (
                    select attnum, attname, atttypid from pg_attribute where attrelid = c.oid and attnum > 0
                    union all select 0, null, 0) a on true
                left join pg_type t on t.oid = a.atttypid
                left join pg_description d on d.objoid = c.oid and d.objsubid = a.attnum
                where c.relnamespace = 'bi_v1'::regnamespace""")) {
            views.computeIfAbsent(String.valueOf(row.get(0)), view -> new TreeMap<>())
                    .put(
                            String.valueOf(row.get(1)),
                            new ViewColumn(String.valueOf(row.get(2)), String.valueOf(row.get(3))));
        }
        return views;
    }

    @Test
    void every_view_is_a_table_with_all_columns_that_power_bi_can_read() {
        Map<String, List<String>> expected = new TreeMap<>();
        views.forEach((view, columns) -> expected.put(
                view,
                columns.entrySet().stream()
                        .filter(column -> TYPES.containsKey(column.getValue().type()))
                        .map(column -> column.getKey() + " "
                                + TYPES.get(column.getValue().type()))
                        .sorted()
                        .toList()));

        Map<String, List<String>> found = new TreeMap<>();
        tables().forEach(table -> found.put(
                table.name(),
                table.all("column")
                        .filter(column -> column.property("sourceColumn").isPresent())
                        .map(column -> column.property("sourceColumn").get() + " "
                                + column.property("dataType").orElse("untyped"))
                        .sorted()
                        .toList()));

        assertThat(found).isEqualTo(expected);
    }

    private static List<TmdlObject> tables() {
        return model.tables().values().stream()
                .filter(table -> !table.name().equals("Measures"))
                .toList();
    }

    /** Which are those of the schemas of the topics. */
    @Test
    void tables_and_columns_are_described_by_the_comments_of_the_database() {
        tables().forEach(table -> {
            Map<String, String> comments = new TreeMap<>();
            views.getOrDefault(table.name(), Map.of()).forEach((name, column) -> comments.put(name, column.comment()));
            Map<String, String> found = table.all("column")
                    .filter(column -> column.property("sourceColumn").isPresent())
                    .collect(Collectors.toMap(TmdlObject::name, TmdlObject::description));
            found.put("", table.description());
            comments.keySet().retainAll(found.keySet());
            assertThat(found).as(table.name()).isEqualTo(comments);
        });
    }

    /** Power BI takes them for one, and refuses a dimension that has both. */
    @Test
    void the_page_finds_names_that_differ_only_in_case() throws IOException, SQLException {
        String names = "with dim_journey_type (type) as (values ('billing'), ('Billing'), ('login')),"
                + " dim_channel (channel) as (values ('bot'), ('Phone'), ('phone')),"
                + " agg_health (dimension, value) as (values ('segment', 'Gold'), ('segment', 'gold'),"
                + " ('segment', 'gold'), ('product', 'gold'), ('product', null)) ";
        List<String> found = new ArrayList<>();
        for (String statement : statementsOfThePage()) {
            assertThat(database.ask(statement)).as(statement).isEmpty();
            database.ask(names + statement.replace("bi_v1.", "")).forEach(row -> found.add(String.join(" ", row)));
        }

        assertThat(found)
                .usingElementComparator(String.CASE_INSENSITIVE_ORDER)
                .containsExactly("billing {billing,Billing}", "phone {Phone,phone}", "segment gold {gold,Gold}");
    }

    private static List<String> statementsOfThePage() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "powerbi.md"));
        String after = page.substring(page.indexOf("```sql"));
        return after.substring("```sql".length(), after.indexOf("```", 1))
                .strip()
                .lines()
                .map(line -> line.replaceAll(";$", ""))
                .toList();
    }

    @Test
    void the_report_says_where_every_table_comes_from() {
        assertThat(tables())
                .allSatisfy(table -> assertThat(table.all("partition")
                                .flatMap(partition -> partition.property("source").stream())
                                .flatMap(source -> SemanticModel.viewOf(source).stream()))
                        .containsExactly(table.name()));
    }
}
