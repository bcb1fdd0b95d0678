package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystream.ingest.events.EventJson;
import io.journeystream.local.simulator.Simulator;
import io.journeystream.local.simulator.SimulatorSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The law of order, from files to files: the same events in any order give the same journeys. */
class AnalyzeOrderTest {
    private static final long SEED = 20_260_105;
    private static final int EVENTS = 12_000;

    @TempDir
    private Path directory;

    @Test
    void the_order_of_rows_does_not_show() throws IOException {
        List<String> rows = rows();
        Run inOrder = analyze("in-order", rows);
        Collections.shuffle(rows, new Random(SEED));
        Run shuffled = analyze("shuffled", rows);

        assertThat(shuffled.journeys()).as("seed %d", SEED).isEqualTo(inOrder.journeys());
        assertThat(withoutDuplicates(shuffled.summary())).isEqualTo(withoutDuplicates(inOrder.summary()));
        assertThat(inOrder.summary().path("duplicates").asInt()).isPositive();
        assertThat(inOrder.summary().path("matured").asInt()).isPositive();
        assertThat(shuffled.lines("health.ndjson")).isNotEmpty().isEqualTo(inOrder.lines("health.ndjson"));
        assertThat(shuffled.lines("flows.ndjson")).isNotEmpty().isEqualTo(inOrder.lines("flows.ndjson"));
        assertSummaryIsTheSumOfCells(inOrder);
    }

    private static void assertSummaryIsTheSumOfCells(Run run) {
        List<JsonNode> days = run.lines("health.ndjson").stream()
                .filter(cell -> cell.path("period").asText().equals("DAY")
                        && cell.path("dimension").asText().equals("ALL"))
                .map(cell -> cell.path("matured"))
                .toList();
        JsonNode summary = run.summary();
        assertThat(sum(days, "/journeys"))
                .isEqualByComparingTo(summary.path("matured").decimalValue());
        assertThat(sum(days, "/resolved"))
                .isEqualByComparingTo(summary.path("resolved").decimalValue());
        assertThat(sum(days, "/cost")).isEqualByComparingTo(summary.path("cost").decimalValue());
        assertThat(sum(days, "/switchCost"))
                .isEqualByComparingTo(summary.path("switchCost").decimalValue());
        for (String kind : List.of("forced", "voluntary", "concurrent")) {
            assertThat(sum(days, "/switches/" + kind))
                    .isEqualByComparingTo(summary.at("/switches/" + kind).decimalValue());
        }
        for (String driver : List.of("transfers", "abandons", "repeats", "reopenings")) {
            assertThat(sum(days, "/drivers/" + driver))
                    .isEqualByComparingTo(summary.path(driver).decimalValue());
        }
        assertThat(sum(days, "/selfService/handedOff"))
                .isEqualByComparingTo(summary.at("/selfService/HANDED_OFF").decimalValue());
        assertThat(rate(days, "/firstContactResolved", "/firstContactKnown"))
                .isEqualTo(summary.path("fcrByJourney").asDouble());
        assertThat(rate(days, "/firstContactResolved", "/contacts"))
                .isEqualTo(summary.path("fcrByContact").asDouble());
        assertThat(rate(days, "/effortSum", "/journeys"))
                .isCloseTo(summary.path("effortMean").asDouble(), within(1e-6));
    }

    private static BigDecimal sum(List<JsonNode> cells, String pointer) {
        return cells.stream().map(cell -> cell.at(pointer).decimalValue()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static double rate(List<JsonNode> cells, String part, String whole) {
        return sum(cells, part).doubleValue() / sum(cells, whole).doubleValue();
    }

    private static List<String> rows() {
        Simulator simulator = new Simulator(SimulatorSettings.realistic(SEED, Instant.parse("2025-06-01T00:00:00Z")));
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            rows.add(new String(EventJson.bytes(simulator.next().event()), StandardCharsets.UTF_8));
        }
        return rows;
    }

    private Run analyze(String name, List<String> rows) throws IOException {
        Path file = Files.write(directory.resolve(name + ".ndjson"), rows);
        Run run = Run.analyze(directory.resolve(name), file.toString(), "--until", "2025-08-01T00:00:00Z");
        assertThat(run.journey().exitCode()).as("%s", run.journey()).isZero();
        return run;
    }

    /** A lower revision that comes after a higher one is a duplicate; before it, it is accepted and replaced. */
    private static JsonNode withoutDuplicates(JsonNode summary) {
        ObjectNode fields = (ObjectNode) summary;
        int together =
                fields.remove("accepted").asInt() + fields.remove("duplicates").asInt();
        return fields.put("acceptedOrDuplicates", together);
    }
}
