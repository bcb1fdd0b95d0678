package io.journeystream.local.verification;

import io.journeystream.events.Utf8Order;
import io.journeystream.health.HealthCell;
import io.journeystream.local.health.HealthLines;
import io.journeystream.local.output.RecordJson;
import io.journeystream.local.view.Figures;
import io.journeystream.serve.verification.Trial.Outcome;
import io.journeystream.serve.verification.Trial.Side;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What two definitions give, for a person or a script to read. */
public final class TrialPage {
    private static final String NOW = "now";
    private static final String THEN = "then";
    private static final Set<String> OF_ONE_COHORT = Set.of("period", "cohort", "dimension", "value");

    private TrialPage() {}

    /**
     * The lines of the page.
     *
     * @param most journeys whose differences are shown; all are counted
     */
    public static List<String> lines(Outcome outcome, int most) {
        List<String> lines = new ArrayList<>();
        lines.add(Figures.count(outcome.events()) + " events by definitions "
                + outcome.now().version() + " (" + NOW + ") and "
                + outcome.then().version() + " (" + THEN + ")");
        lines.add("");
        lines.addAll(table(outcome));
        lines.add("");
        lines.add("Matured journeys by type over the whole time; one line where the figures are equal. All journeys, "
                + "provisional ones too:");
        lines.add(
                "customers " + change(outcome.now().customers(), outcome.then().customers()) + ", journeys "
                        + change(outcome.now().journeys(), outcome.then().journeys()) + ": "
                        + Figures.count(outcome.same()) + " are the same, "
                        + Figures.count(outcome.differences().size()) + " differ, "
                        + Figures.count(gone(outcome)) + " would be gone, "
                        + Figures.count(outcome.then().journeys() - both(outcome)) + " would be new");
        outcome.differences().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(most)
                .forEach(entry -> {
                    lines.add(entry.getKey());
                    entry.getValue().forEach(difference -> lines.add("  " + difference));
                });
        return lines;
    }

    private static long both(Outcome outcome) {
        return outcome.same() + outcome.differences().size();
    }

    private static long gone(Outcome outcome) {
        return outcome.now().journeys() - both(outcome);
    }

    private static String change(long now, long then) {
        return now == then ? Figures.count(now) : Figures.count(now) + " -> " + Figures.count(then);
    }

    private static List<String> table(Outcome outcome) {
        Map<String, HealthCell> now = byType(outcome.now());
        Map<String, HealthCell> then = byType(outcome.then());
        Set<String> types = new TreeSet<>(Utf8Order::compare);
        types.addAll(now.keySet());
        types.addAll(then.keySet());
        HealthLines table = new HealthLines("type", "");
        for (String type : types) {
            HealthCell one = now.get(type);
            HealthCell other = then.get(type);
            if (one != null && other != null && one.getMatured().equals(other.getMatured())) {
                table.row(one.getMatured(), type, "both");
                continue;
            }
            if (one != null) {
                table.row(one.getMatured(), type, NOW);
            }
            if (other != null) {
                table.row(other.getMatured(), one == null ? type : "", THEN);
            }
        }
        return table.lines();
    }

    private static Map<String, HealthCell> byType(Side side) {
        Map<String, HealthCell> cells = new HashMap<>();
        side.totals().stream()
                .filter(cell -> cell.getMatured().getJourneys() > 0)
                .forEach(cell -> cells.put(cell.getType(), cell));
        return cells;
    }

    /** An object a line, for each type and each of the two: {@code definitions}, and the health record. */
    public static List<String> json(Outcome outcome) {
        return Stream.concat(json(NOW, outcome.now()), json(THEN, outcome.then()))
                .toList();
    }

    private static Stream<String> json(String name, Side side) {
        return side.totals().stream()
                .map(cell -> "{\"definitions\":\"" + name + "\",\"version\":\"" + side.version() + "\","
                        + new String(RecordJson.line(cell, OF_ONE_COHORT), StandardCharsets.UTF_8).substring(1));
    }
}
