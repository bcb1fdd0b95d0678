package io.journeystream.local.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.journeystream.health.HealthCell;
import io.journeystream.local.output.Csv;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordRowsTest {
    private static final HealthCell CELL =
            Cells.cell(Cells.by("billing", "2026-01-05", "segment", "very, \"very\" important"), 3, 1, 100);

    @Test
    void csv_has_a_column_for_each_field_within_and_none_for_histograms() {
        List<String> lines = RecordRows.csv(HealthCell.getClassSchema(), Set.of(), List.of(CELL))
                .toList();

        assertThat(lines).hasSize(2).allMatch(line -> line.endsWith("\r\n"));
        List<String> names = Arrays.asList(lines.get(0).strip().split(","));
        assertThat(names)
                .startsWith("type", "team", "period", "cohort", "dimension", "value", "matured.journeys")
                .contains(
                        "matured.firstContactResolution",
                        "matured.selfService.verified",
                        "matured.byChannelCount.4.costSquared",
                        "provisional.drivers.daysOpen")
                .doesNotHaveDuplicates()
                .noneMatch(name -> name.contains("Histogram") || name.endsWith("byChannelCount"));
        assertThat(lines.get(1))
                .startsWith(
                        "billing,payments,DAY,2026-01-05T00:00:00Z,segment,\"very, \"\"very\"\" important\",3,3,1,");
    }

    @Test
    void numbers_in_csv_are_plain_and_what_does_not_exist_is_empty() {
        List<String> lines = RecordRows.csv(HealthCell.getClassSchema(), Set.of("value"), List.of(CELL))
                .toList();
        List<String> names = Arrays.asList(lines.get(0).strip().split(",", -1));
        List<String> values = Arrays.asList(lines.get(1).strip().split(",", -1));

        assertThat(values).hasSameSizeAs(names);
        assertThat(values.get(names.indexOf("matured.cost"))).isEqualTo("100");
        assertThat(values.get(names.indexOf("matured.firstContactResolution"))).isEqualTo("0.3333333333333333");
        assertThat(values.get(names.indexOf("matured.nps"))).isEmpty();
        assertThat(names).doesNotContain("value");
    }

    @Test
    void fields_are_quoted_only_where_they_must_be() {
        assertThat(Csv.line(List.of("plain", "", "a,b", "say \"x\"", "two\nlines")))
                .isEqualTo("plain,,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\"\r\n");
    }

    @Test
    void json_is_the_whole_record() throws Exception {
        String line = RecordRows.json(Set.of(), List.of(CELL)).findFirst().orElseThrow();

        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(line).endsWith("}\n");
        assertThat(json.at("/matured/firstContactResolved").asInt()).isEqualTo(1);
        assertThat(json.at("/matured/effortHistogram").isArray()).isTrue();
        assertThat(json.at("/cohort").asLong()).isEqualTo(CELL.getCohort().toEpochMilli());
    }
}
