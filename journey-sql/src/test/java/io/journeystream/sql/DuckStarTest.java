package io.journeystream.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.journeystream.journeys.Journey;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.sql.star.StarViews;
import io.journeystream.sql.statements.SqlText;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the commands make of the topics in DuckDB is what the sink makes of the same topics in PostgreSQL. */
@Timeout(240)
class DuckStarTest {
    private static final Path PAGE = Path.of("../docs/analysts.md");
    private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);
    /** Of more than one way to say now, and of records that came last in partitions read at once. */
    private static final String FRESHNESS = "topic, watermark, lag_records, trouble";

    @TempDir
    private static Path directory;

    private static LocalStack stack;
    private static List<Journey> journeys;
    private static SameStar star;
    private static Path database;
    private static Connection postgres;
    private static Connection duck;

    @BeforeAll
    static void start() throws Exception {
        stack = LocalStack.start(StackSettings.temporary());
        journeys = SampleTopics.fill(stack);
        star = SameStar.of(stack);
        postgres = star.connection();
        database = directory.resolve("star.duckdb");
        Command made = sql("--database", database.toString());
        assertThat(made.exitCode()).as("%s", made).isZero();
        assertThat(made.err())
                .contains("read " + journeys.size() + " journeys")
                .contains("watermark 2026-02-14T00:00:00Z");
        Path other = directory.resolve("other.duckdb"); // for any client of DuckDB
        Files.copy(database, other);
        duck = DriverManager.getConnection("jdbc:duckdb:" + other);
        try (var statement = duck.createStatement()) {
            statement.execute("set timezone = 'UTC'");
            statement.execute("set default_null_order = 'postgres'");
        }
    }

    @AfterAll
    static void stop() throws Exception {
        duck.close();
        star.close();
        stack.close();
    }

    private static Command sql(String... arguments) {
        return command("sql", arguments);
    }

    private static Command command(String name, String... arguments) {
        List<String> all = new ArrayList<>(
                List.of(name, "--bootstrap-server", stack.bootstrapServers(), "--registry", stack.registryUrl()));
        all.addAll(List.of(arguments));
        return Command.run(all.toArray(String[]::new));
    }

    @TestFactory
    Stream<DynamicTest> every_view_has_the_rows_that_it_has_in_postgresql() {
        return StarViews.NAMES.stream()
                .map(view -> DynamicTest.dynamicTest(view, () -> {
                    String sql = "select " + (view.equals("freshness") ? FRESHNESS : "*") + " from bi_v1." + view;
                    List<String> rows = Rows.sorted(duck, sql);
                    assertThat(rows).isNotEmpty().isEqualTo(Rows.sorted(postgres, sql));
                }));
    }

    @Test
    void views_columns_types_and_comments_are_those_of_postgresql() throws SQLException {
        assertThat(Rows.of(duck, """
                        select table_name, column_name, data_type, comment from duckdb_columns()
                        where schema_name = 'bi_v1' order by table_name, column_index
                        """)).isEqualTo(Rows.of(postgres, """
                        select c.relname, a.attname,
                            case format_type(a.atttypid, null)
                                when 'text' then 'VARCHAR'
                                when 'real' then 'FLOAT'
                                when 'double precision' then 'DOUBLE'
                                when 'jsonb' then 'JSON'
                                when 'text[]' then 'VARCHAR[]'
                                when 'numeric' then case when a.attname = 'difference' then 'DECIMAL(25,6)'
                                    else 'DECIMAL' || substr(format_type(a.atttypid, a.atttypmod), 8) end
                                else upper(format_type(a.atttypid, null)) end,
                            col_description(c.oid, a.attnum)
                        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                        where c.relnamespace = 'bi_v1'::regnamespace order by c.relname collate "C", a.attnum
                        """));
        assertThat(Rows.of(
                        duck,
                        "select view_name, comment from duckdb_views() where schema_name = 'bi_v1' order by view_name"))
                .isEqualTo(Rows.of(
                        postgres,
                        "select relname, obj_description(oid, 'pg_class') from pg_class"
                                + " where relnamespace = 'bi_v1'::regnamespace order by relname collate \"C\""));
    }

    @TestFactory
    Stream<DynamicTest> questions_of_analysts_have_the_same_answers() throws Exception {
        return SQL.matcher(Files.readString(PAGE)).results().map(found -> {
            String sql = SqlText.statements(found.group(1)).get(0).text();
            return DynamicTest.dynamicTest(
                    sql.lines().findFirst().orElse(""), () -> assertSame(Rows.of(duck, sql), Rows.of(postgres, sql)));
        });
    }

    /**
     * Rows that rank alike may come in any order. What PostgreSQL rounds exactly DuckDB rounds as a double: at a tie the
     * last digit may differ.
     */
    private static void assertSame(List<List<@Nullable Object>> found, List<List<@Nullable Object>> expected) {
        assertThat(found).hasSameSizeAs(expected).isNotEmpty();
        found.sort(BY_NAMES);
        expected.sort(BY_NAMES);
        for (int row = 0; row < found.size(); row++) {
            for (int column = 0; column < found.get(row).size(); column++) {
                String both = found.get(row) + " and " + expected.get(row);
                assertSame(found.get(row).get(column), expected.get(row).get(column), both);
            }
        }
    }

    private static final Comparator<List<@Nullable Object>> BY_NAMES = Comparator.comparing(row -> row.stream()
            .filter(value -> !(value instanceof BigDecimal))
            .toList()
            .toString());

    private static void assertSame(@Nullable Object found, @Nullable Object expected, String rows) {
        if (found instanceof BigDecimal number && expected instanceof BigDecimal exact) {
            BigDecimal last = exact.scale() > 0 ? exact.ulp() : BigDecimal.ZERO;
            assertThat(number.subtract(exact).abs()).as(rows).isLessThanOrEqualTo(last);
        } else {
            assertThat(found).as(rows).isEqualTo(expected);
        }
    }

    @Test
    void an_answer_is_a_table_for_people() {
        Command asked = Command.run(
                "sql",
                "--database",
                database(),
                "select type, maturity, count(*) journeys, sum(cost) cost, null as nothing"
                        + " from fact_journey group by all order by type, maturity",
                "--rows",
                "2");

        assertThat(asked.exitCode()).as("%s", asked).isZero();
        assertThat(asked.out().lines().toList()).hasSize(4);
        assertThat(asked.out()).startsWith(" type ").contains("-+-").contains("| null");
        assertThat(asked.err()).contains("2 of ").contains("rows are shown");
    }

    @Test
    void statements_of_a_file_are_answered_one_after_the_other() throws Exception {
        Path file = Files.writeString(directory.resolve("q.sql"), """
                -- one; and more
                create temp table t as select 'a;b' as x;
                select x from t;
                select count(*) as n from t;
                """);

        Command asked = Command.run("sql", "--database", database(), "--file", file.toString());

        assertThat(asked.out()).isEqualTo(" x\n-----\n a;b\n\n n\n---\n 1\n");
    }

    @Test
    void csv_and_parquet_hold_what_was_answered() throws Exception {
        String sql = "select journey_id, cost, started_at, channels, resolved, effort from fact_journey";
        for (String format : List.of("csv", "parquet")) {
            Path out = directory.resolve("answer." + format);
            Command asked =
                    Command.run("sql", sql, "--database", database(), "--output", format, "--out", out.toString());
            assertThat(asked.exitCode()).as("%s", asked).isZero();
            String read = "select journey_id, cost, started_at, resolved, effort from '" + out + "'";
            assertThat(Rows.sorted(duck, read))
                    .isEqualTo(Rows.sorted(
                            duck, "select journey_id, cost, started_at, resolved, effort from bi_v1.fact_journey"));
        }
    }

    @Test
    void json_has_every_digit_and_times_in_utc() throws Exception {
        Command asked = Command.run("sql", """
                select 12345678901234567890123456.123456789012::decimal(38, 12) d, 9007199254740993 as n,
                    timestamptz '2026-01-01 01:00:00+01' as t, ['a', null] as l, {'k': 0.5} as s, 'x"y' as q, null as e,
                    'nan'::double as nan, attributes
                from fact_journey order by journey_id limit 2
                """, "--database", database(), "--output", "json");

        assertThat(asked.exitCode()).as("%s", asked).isZero();
        JsonNode rows = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .readTree(asked.out());
        assertThat(rows).hasSize(2);
        assertThat(asked.out())
                .contains("{\"d\":12345678901234567890123456.123456789012,\"n\":9007199254740993,"
                        + "\"t\":\"2026-01-01T00:00:00Z\",\"l\":[\"a\",null],\"s\":{\"k\":0.5},\"q\":\"x\\\"y\",\"e\":null,"
                        + "\"nan\":null,\"attributes\":{");
        assertThat(Command.run("sql", "select 1 where false", "--database", database(), "--output", "json")
                        .out())
                .isEqualTo("[]\n");
    }

    @Test
    void csv_is_that_of_rfc_4180() {
        Command asked = Command.run(
                "sql",
                "select 'a,\"b\"' as x, null as y, 1.50::decimal(9, 2) as z, 1e-9::double as w",
                "--database",
                database(),
                "--output",
                "csv");

        assertThat(asked.out()).isEqualTo("x,y,z,w\r\n\"a,\"\"b\"\"\",,1.50,0.0000000010\r\n");
    }

    @Test
    void a_mistake_is_told_with_its_place_and_what_there_is() {
        Command unknown = Command.run("sql", "select *\nfrom fact_jurney", "--database", database());
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err())
                .contains("error: Catalog Error: Table with name fact_jurney does not exist!")
                .contains("LINE 2: from fact_jurney")
                .contains("there are agg_flow, agg_health, ");

        Command second = Command.run("sql", "select 1;\n\nselec 2", "--database", database());
        assertThat(second.err()).contains("error: statement 2 (line 3): Parser Error");

        Command parquet = Command.run(
                "sql",
                "select nothing from fact_leg",
                "--database",
                database(),
                "--output",
                "parquet",
                "--out",
                directory.resolve("never.parquet").toString());
        assertThat(parquet.err()).contains("LINE 1: select nothing");
        assertThat(directory.resolve("never.parquet")).doesNotExist();
    }

    @Test
    void statements_reach_no_file_but_those_that_they_may() throws Exception {
        Path mine = Files.createDirectory(directory.resolve("mine"));
        Files.writeString(mine.resolve("targets.csv"), "type,target\nbilling,5\n");
        String read = "select target from '" + mine + "/targets.csv'";
        String write = "copy (select 1 as a) to '" + mine + "/x.csv'";

        for (String sql : List.of(
                "select * from read_text('/etc/hostname')",
                "select * from read_csv('" + mine + "/targets.csv')",
                write,
                "attach '" + mine + "/y.db'",
                "install httpfs",
                "set enable_external_access = true")) {
            assertThat(Command.run("sql", sql, "--database", database()).exitCode())
                    .as(sql)
                    .isEqualTo(1);
        }
        assertThat(Command.run("sql", read, "--database", database(), "--files", mine.toString())
                        .out())
                .contains("5");
        assertThat(Command.run("sql", write, "--database", database(), "--files", mine.toString())
                        .exitCode())
                .isZero();
        assertThat(mine.resolve("x.csv")).exists();
        assertThat(Command.run("sql", "drop view bi_v1.fact_leg", "--database", database())
                        .err())
                .contains("read-only");
    }

    @Test
    void an_export_has_a_file_for_each_view_and_says_of_what_it_is() throws Exception {
        Path out = directory.resolve("export");

        Command exported = command("export", "--format", "parquet", "--out", out.toString());

        assertThat(exported.exitCode()).as("%s", exported).isZero();
        JsonNode manifest =
                new JsonMapper().readTree(out.resolve("manifest.json").toFile());
        for (String view : StarViews.NAMES) {
            String file = out.resolve(view + ".parquet").toString();
            assertThat(Rows.one(duck, "select count(*) from '" + file + "'"))
                    .as(view)
                    .isEqualTo(Rows.one(duck, "select count(*) from bi_v1." + view))
                    .isEqualTo(manifest.path("views").path(view).path("rows").asText());
        }
        assertThat(manifest.path("watermark").asText()).isEqualTo(SampleTopics.END.toString());
        assertThat(manifest.path("endOffsets").path("journey.journeys.v1").size())
                .isPositive();
        assertThat(manifest.path("definitionsVersion").asText())
                .isEqualTo(journeys.get(0).getDefinitionsVersion());
    }

    @Test
    void an_export_of_a_span_has_what_began_in_it_and_days_whole() throws Exception {
        Path out = directory.resolve("span");

        Command exported = command(
                "export",
                "--format",
                "csv",
                "--since",
                "2026-01-20T12:00:00Z",
                "--until",
                "2026-01-25",
                "--views",
                "fact_journey,fact_leg,agg_health,agg_flow,dim_hour",
                "--out",
                out.toString());

        assertThat(exported.exitCode()).as("%s", exported).isZero();
        assertThat(out.toFile().list())
                .containsExactlyInAnyOrder(
                        "fact_journey.csv",
                        "fact_leg.csv",
                        "agg_health.csv",
                        "agg_flow.csv",
                        "dim_hour.csv",
                        "manifest.json");
        String span = " between timestamptz '2026-01-20 12:00:00+00' and timestamptz '2026-01-24 23:59:59.999+00'";
        assertCount(out, "fact_journey", "started_at" + span);
        assertCount(out, "fact_leg", "journey_started_at" + span);
        assertCount(out, "agg_flow", "day between '2026-01-20' and '2026-01-24'");
        assertCount(
                out,
                "agg_health",
                "case period when 'DAY' then cohort_date between '2026-01-20' and '2026-01-24' else cohort" + span
                        + " end");
        assertCount(out, "dim_hour", "true");
    }

    private static void assertCount(Path out, String view, String where) throws SQLException {
        assertThat(Rows.one(duck, "select count(*) from '" + out + "/" + view + ".csv'"))
                .as(view)
                .isNotEqualTo("0")
                .isEqualTo(Rows.one(duck, "select count(*) from bi_v1." + view + " where " + where));
    }

    @Test
    void a_view_that_is_not_there_is_not_exported() {
        Command exported = command(
                "export",
                "--format",
                "csv",
                "--views",
                "fact_jurney",
                "--out",
                directory.resolve("no").toString());

        assertThat(exported.exitCode()).isEqualTo(1);
        assertThat(exported.err()).contains("there is no view fact_jurney; there are agg_flow");
    }

    private static String database() {
        return database.toString();
    }
}
