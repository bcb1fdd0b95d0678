package io.journeystream.local.bitools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystream.definitions.StitchingRules;
import io.journeystream.definitions.TypeRules;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The project for Power BI says what it means, as far as can be told without Power BI. */
class PowerBiProjectTest {
    @TempDir
    private Path directory;

    @Test
    void all_names_in_the_model_resolve() throws IOException {
        assertThat(ModelRules.mistakes(SemanticModel.read(SemanticModel.OURS))).isEmpty();
    }

    @Test
    void all_fields_of_the_report_are_in_the_model() throws IOException {
        Report report = Report.read(Report.OURS);

        assertThat(report.fields()).hasSizeGreaterThan(100);
        assertThat(report.mistakes(SemanticModel.read(SemanticModel.OURS))).isEmpty();
    }

    /** Or the two tests above could not fail. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tables/agg_flow.tmdl         | column from_channel          | column from_chanel     | from_channel
            tables/Measures.tmdl         | SUM(agg_health[cost])        | SUM(agg_health[costs]) | agg_health[costs]
            tables/Measures.tmdl         | DIVIDE([Cost], [Journeys])   | DIVIDE([Cost], [Trips]) | [Trips]
            tables/Measures.tmdl         | DIVIDE([Cost], [Journeys])   | DIVDE([Cost], [Journeys]) | DIVDE
            tables/Measures.tmdl         | measure Contacts             | measure journeys       | taken
            tables/Measures.tmdl         | = [Chosen maturity]          | = SELECTEDVALUE(agg_health[maturity], "MATURED") | SELECTEDVALUE
            tables/Measures.tmdl         | IF(ISFILTERED(agg_flow[maturity]) | IF(HASONEVALUE(agg_flow[maturity]) | HASONEVALUE
            tables/Measures.tmdl         | agg_health[period] = chosen_period | agg_health[period] = "DAY" | without agg_health[period]
            tables/Measures.tmdl         | = [Chosen maturity of steps] | = [Chosen maturity]    | without VAR chosen_maturity
            tables/Measures.tmdl         | fact_switch[maturity] = chosen_maturity | fact_switch[maturity] <> "" | without fact_switch[maturity]
            tables/Measures.tmdl         | IF(HASONEFILTER(fact_switch[maturity]) | IF(HASONEVALUE(fact_switch[maturity]) | HASONEVALUE
            tables/dim_hour.tmdl         | "label"                      | "lable"                | lable
            tables/dim_hour.tmdl         | sortByColumn: hour           | sortByColumn: hours    | hours
            relationships.tmdl           | fact_leg.channel             | fact_leg.chanel        | fact_leg.chanel
            relationships.tmdl           | dim_hour.hour                | dim_date.date          | types
            relationships.tmdl           | isActive: false              | crossFilteringBehavior: oneDirection | two ways
            model.tmdl                   | ref table freshness          | ref table freshnes     | freshnes
            """)
    void a_broken_name_in_the_model_is_found(String file, String right, String wrong, String told) throws IOException {
        Path copy = ProjectCopy.with(directory, "Journeystream.SemanticModel/definition/" + file, right, wrong);

        List<String> mistakes =
                ModelRules.mistakes(SemanticModel.read(copy.resolve("Journeystream.SemanticModel/definition")));

        assertThat(mistakes).anySatisfy(mistake -> assertThat(mistake).contains(told));
    }

    /** A journey of the greatest length may be found by its case once more, and waits for news of the case after that. */
    @Test
    void a_refresh_reads_anew_what_the_standard_rules_may_still_change() throws IOException {
        Duration moving = TypeRules.STANDARD
                .maxLength()
                .plus(StitchingRules.STANDARD.maxAge())
                .plus(TypeRules.STANDARD.casePatience());

        assertThat(SemanticModel.read(SemanticModel.OURS).tables().values().stream()
                        .flatMap(table -> table.all("refreshPolicy")))
                .hasSize(8)
                .allSatisfy(policy -> {
                    assertThat(policy.property("incrementalGranularity")).contains("day");
                    assertThat(Long.parseLong(
                                    policy.property("incrementalPeriods").orElseThrow()))
                            .as(policy.place())
                            .isGreaterThanOrEqualTo(moving.toDays());
                });
    }

    @Test
    void a_broken_field_of_the_report_is_found() throws IOException {
        String visual = "pages/health/visuals/targets/visual.json";
        Path copy = ProjectCopy.with(
                directory, "Journeystream.Report/definition/" + visual, "FCR by journey", "FCR by jorney");

        Report report = Report.read(copy.resolve("Journeystream.Report/definition"));

        assertThat(report.mistakes(SemanticModel.read(SemanticModel.OURS)))
                .containsExactly(visual + ": there is no measure Measures[FCR by jorney]");
    }

    @Test
    void a_word_that_is_none_of_tmdl_is_found() throws IOException {
        Path copy = ProjectCopy.with(
                directory,
                "Journeystream.SemanticModel/definition/tables/dim_hour.tmdl",
                "summarizeBy: none",
                "sumarizeBy: none");

        assertThatThrownBy(() -> SemanticModel.read(copy.resolve("Journeystream.SemanticModel/definition")))
                .hasMessageContaining("dim_hour.tmdl:")
                .hasMessageContaining("sumarizeBy");
    }
}
