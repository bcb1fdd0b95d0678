package io.journeystream.local.bitools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.journeystream.local.bitools.TableauSource.Calculation;
import io.journeystream.local.bitools.Twins.Twin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The data sources and the workbook for Tableau are on columns that there are, and calculate as Power BI does. */
@ExtendWith(SharedHealth.class)
class TableauTest {
    private static final Path DIRECTORY = Path.of("..", "bi", "tableau");
    private static final String SCOPE = "with cells as (select * from bi_v1.agg_health where maturity = 'MATURED'"
            + " and period = 'DAY' and dimension = 'ALL'), edges as (select * from bi_v1.agg_flow) ";

    private static HealthDatabase database;
    private static List<TableauSource> sources;

    @BeforeAll
    static void read(HealthDatabase shared) throws IOException {
        database = shared;
        sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            for (Path file : files.sorted().toList()) {
                sources.addAll(TableauSource.read(file));
            }
        }
    }

    @Test
    void every_field_is_a_column_of_its_view() throws SQLException {
        assertThat(sources).hasSizeGreaterThan(7);
        for (TableauSource source : sources) {
            Set<String> columns = new HashSet<>();
            database.ask("select column_name from information_schema.columns where table_schema = 'bi_v1'"
                            + " and table_name = '" + source.view() + "'")
                    .forEach(row -> columns.add(String.valueOf(row.get(0))));

            assertThat(source.fields()).as(source.place()).isNotEmpty().isSubsetOf(columns);
            assertThat(source.used()).as(source.place()).isSubsetOf(source.names());
        }
    }

    /** Whoever counts over whole journeys chooses for himself. */
    @Test
    void all_but_whole_journeys_are_filtered_to_matured_ones() throws SQLException {
        List<String> apart = new ArrayList<>();
        for (List<@Nullable String> row : database.ask("select table_name from information_schema.columns"
                + " where table_schema = 'bi_v1' and column_name = 'maturity' and table_name <> 'fact_journey'")) {
            apart.add(String.valueOf(row.get(0)));
        }

        List<TableauSource> filtered =
                sources.stream().filter(source -> apart.contains(source.view())).toList();
        assertThat(filtered).extracting(TableauSource::view).contains("agg_health", "agg_flow", "fact_switch");
        assertThat(filtered)
                .allSatisfy(source ->
                        assertThat(source.filters()).as(source.place()).containsEntry("maturity", "MATURED"));
    }

    @Test
    void calculated_fields_are_what_the_measures_of_that_name_are() throws IOException, SQLException {
        Map<String, Twin> twins = Twins.read();
        int compared = 0;
        for (TableauSource source : sources) {
            for (Calculation calculation : source.calculations()) {
                Twin twin = Objects.requireNonNull(twins.get(calculation.name()), calculation.name());
                double found = number(SCOPE + "select " + calculation.inSql() + " from " + twin.rows());
                assertThat(found).as(calculation.name()).isCloseTo(number(SCOPE + twin.sql()), within(1e-9));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(40);
    }

    private static double number(String query) throws SQLException {
        return Double.parseDouble(String.valueOf(database.ask(query).get(0).get(0)));
    }
}
