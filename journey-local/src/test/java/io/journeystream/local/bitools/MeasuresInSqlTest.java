package io.journeystream.local.bitools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.journeystream.local.bitools.Twins.Twin;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The measures of Power BI, their twins in SQL and what health cells say themselves are the same, on simulated weeks. */
@ExtendWith(SharedHealth.class)
class MeasuresInSqlTest {
    private static final Map<String, String> SWITCHES = Map.of(
            "Switches between channels", "switches",
            "Forced between channels", "forced",
            "Voluntary between channels", "voluntary",
            "Cost after switches", "cost");

    private static HealthDatabase database;
    private static Map<String, Twin> twins;
    private static SemanticModel model;

    @BeforeAll
    static void read(HealthDatabase shared) throws IOException, SQLException {
        database = shared;
        shared.keep(
                "cells",
                "select * from bi_v1.agg_health where maturity = 'MATURED' and period = 'DAY' and dimension = 'ALL'");
        shared.keep(
                "buckets",
                "select b.* from bi_v1.agg_health_bucket b join cells c on b.cell = c.cell and b.maturity = c.maturity");
        shared.keep("edges", "select * from bi_v1.agg_flow");
        shared.keep("pairs", "select * from bi_v1.fact_switch where maturity = 'MATURED'");
        shared.keep("types", "select * from bi_v1.dim_journey_type");
        twins = Twins.read();
        model = SemanticModel.read(SemanticModel.OURS);
    }

    @Test
    void each_measure_that_is_a_figure_has_a_twin() {
        Set<String> figures = model.measures()
                .filter(measure -> !Choices.isOne(measure))
                .map(TmdlObject::name)
                .collect(Collectors.toSet());

        assertThat(twins.keySet()).isEqualTo(figures);
    }

    /** And no rate that a cell publishes has been forgotten. */
    @Test
    void each_rate_of_a_cell_has_a_measure() throws SQLException {
        Set<String> rates = new HashSet<>();
        for (List<@Nullable String> row : database.ask("select column_name from information_schema.columns"
                + " where table_schema = 'bi_v1' and column_name like 'cell\\_%'")) {
            rates.add(String.valueOf(row.get(0)));
        }
        String published = twins.values().stream()
                .flatMap(twin -> twin.published().stream())
                .collect(Collectors.joining(" "));

        assertThat(rates)
                .hasSizeGreaterThan(20)
                .allSatisfy(rate -> assertThat(published.split("\\W+")).contains(rate));
    }

    @Test
    void over_one_cell_a_twin_says_what_the_cell_says() throws SQLException {
        for (Twin twin : twins.values()) {
            if (twin.published().isPresent()) {
                List<List<@Nullable String>> rows = database.ask(ofEachCell(twin));
                assertThat(rows).as(twin.name()).hasSizeGreaterThan(300);
                assertThat(rows.stream().filter(row -> row.get(0) != null))
                        .as(twin.name())
                        .hasSizeGreaterThan(10);
                rows.forEach(row -> assertSame(twin.name(), row.get(0), row.get(1)));
            }
        }
    }

    private static String ofEachCell(Twin twin) {
        String table = twin.isOverEdges() ? "bi_v1.agg_flow" : "bi_v1.agg_health";
        String scope = twin.isOverEdges()
                ? "with edges as (select a.*) "
                : "with cells as (select a.*), buckets as (select b.* from bi_v1.agg_health_bucket b where b.cell = a.cell"
                        + " and b.maturity = a.maturity) ";
        String some = twin.sql().contains("from buckets") ? " where a.period = 'DAY' and a.dimension <> 'segment'" : "";
        return "select " + twin.published().orElseThrow() + ", (" + scope + twin.sql() + ") from " + table + " a"
                + some;
    }

    /** The total is added up by the code that adds up records of the topic. */
    @Test
    void over_many_cells_a_twin_says_what_the_sums_say() throws SQLException {
        for (Twin twin : twins.values()) {
            if (twin.published().isPresent() && !twin.isOverEdges()) {
                String total = "select " + twin.published().get() + " from bi_v1.agg_health where dimension = '"
                        + SimulatedHealth.TOTAL + "' and maturity = 'MATURED'";
                assertThat(value(total)).as(twin.name()).isNotNull();
                assertSame(twin.name(), value(total), value(twin.sql()));
            }
        }
    }

    /** And not the mean of rates, which would be another: or the test above could pass by luck. */
    @Test
    void a_mean_of_rates_is_not_a_rate() throws SQLException {
        double mean = Double.parseDouble(String.valueOf(value("select avg(cell_cost_per_resolution) from cells")));

        double rate = Double.parseDouble(String.valueOf(
                value(Objects.requireNonNull(twins.get("Cost per resolution")).sql())));

        assertThat(mean).isNotCloseTo(rate, within(rate / 1000));
    }

    @Test
    void a_measure_in_dax_says_the_same_as_its_twin() throws SQLException {
        DaxInSql inSql = new DaxInSql(model);
        List<String> compared = new ArrayList<>();
        for (Twin twin : twins.values()) {
            var dax = inSql.of(twin.name());
            if (dax.isPresent()) {
                assertSame(twin.name(), value(twin.sql()), value("select " + dax.get() + " from " + twin.rows()));
                compared.add(twin.name());
            }
        }
        assertThat(compared)
                .hasSize(114)
                .contains("FCR by journey", "Strict containment", "Leakage", "Marginal channel cost", "NPS", "Ease");
    }

    @Test
    void each_twin_can_be_asked() throws SQLException {
        for (Twin twin : twins.values()) {
            assertThat(database.ask(twin.sql())).as(twin.name()).hasSize(1);
        }
    }

    @Test
    void each_twin_can_be_asked_of_a_type_as_the_file_says() throws IOException, SQLException {
        String scope = Twins.scope("billing");
        for (Twin twin : twins.values()) {
            assertThat(database.ask(scope + twin.sql())).as(twin.name()).hasSize(1);
        }
    }

    /** Neither START nor how a journey ended is a channel, so an edge from or to it is no step between two. */
    @Test
    void steps_are_between_channels_wherever_edges_are_added_up() throws IOException, SQLException {
        assertThat(ofPhoneThenEmail("Transitions")).isEqualTo(3);
        assertThat(ofPhoneThenEmail("Steps to channels")).isEqualTo(2);
        assertThat(ofPhoneThenEmail("Steps between channels")).isEqualTo(1);

        assertThat(ofPhoneThenEmail("Hours of delay per step")).isEqualTo(10);
        assertThat(ofPhoneThenEmail("Cost per step")).isEqualTo(15);
        assertThat(ofPhoneThenEmail("Forced share of steps")).isEqualTo(1);
    }

    /** As its twin, and as DAX has it. */
    private static double ofPhoneThenEmail(String name) throws IOException, SQLException {
        String scope = Twins.scope(PhoneThenEmail.TYPE);
        String figure = value(scope + twin(name).sql());

        assertSame(name, figure, value(scope + "select " + inSql(name) + " from edges"));
        return Double.parseDouble(String.valueOf(figure));
    }

    /** Young journeys have switched less than they will. */
    @Test
    void switches_are_those_of_matured_journeys() throws IOException, SQLException {
        String scope = Twins.scope("billing");
        for (Map.Entry<String, String> measure : SWITCHES.entrySet()) {
            String name = measure.getKey();
            String sum = "select sum(" + measure.getValue()
                    + ") from bi_v1.fact_switch where type = 'billing' and maturity = ";
            String provisional = value(sum + "'PROVISIONAL'");
            String matured = value(sum + "'MATURED'");

            assertThat(Double.parseDouble(String.valueOf(provisional))).as(name).isPositive();
            assertSame(name, matured, value(scope + twin(name).sql()));
            assertSame(name, matured, value(scope + "select " + inSql(name) + " from pairs"));
        }
    }

    private static Twin twin(String name) {
        return Objects.requireNonNull(twins.get(name), name);
    }

    private static String inSql(String name) {
        return new DaxInSql(model).of(name).orElseThrow();
    }

    private static @Nullable String value(String query) throws SQLException {
        return database.ask(query).get(0).get(0);
    }

    private static void assertSame(String name, @Nullable String expected, @Nullable String found) {
        if (expected == null || found == null) {
            assertThat(found).as(name).isEqualTo(expected);
        } else {
            double wanted = Double.parseDouble(expected);
            assertThat(Double.parseDouble(found)).as(name).isCloseTo(wanted, within(1e-9 * (1 + Math.abs(wanted))));
        }
    }
}
